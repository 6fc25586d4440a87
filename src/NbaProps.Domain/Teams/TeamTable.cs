namespace NbaProps.Domain.Teams;

/// <summary>The thirty teams: the league's letters, number, city and nickname, as in its schedule.</summary>
internal static class TeamTable
{
    public static readonly Team[] Rows =
    [
        new("ATL", 1610612737, "Atlanta", "Hawks"),
        new("BOS", 1610612738, "Boston", "Celtics"),
        new("CLE", 1610612739, "Cleveland", "Cavaliers"),
        new("NOP", 1610612740, "New Orleans", "Pelicans"),
        new("CHI", 1610612741, "Chicago", "Bulls"),
        new("DAL", 1610612742, "Dallas", "Mavericks"),
        new("DEN", 1610612743, "Denver", "Nuggets"),
        new("GSW", 1610612744, "Golden State", "Warriors"),
        new("HOU", 1610612745, "Houston", "Rockets"),
        new("LAC", 1610612746, "LA", "Clippers"),
        new("LAL", 1610612747, "Los Angeles", "Lakers"),
        new("MIA", 1610612748, "Miami", "Heat"),
        new("MIL", 1610612749, "Milwaukee", "Bucks"),
        new("MIN", 1610612750, "Minnesota", "Timberwolves"),
        new("BKN", 1610612751, "Brooklyn", "Nets"),
        new("NYK", 1610612752, "New York", "Knicks"),
        new("ORL", 1610612753, "Orlando", "Magic"),
        new("IND", 1610612754, "Indiana", "Pacers"),
        new("PHI", 1610612755, "Philadelphia", "76ers"),
        new("PHX", 1610612756, "Phoenix", "Suns"),
        new("POR", 1610612757, "Portland", "Trail Blazers"),
        new("SAC", 1610612758, "Sacramento", "Kings"),
        new("SAS", 1610612759, "San Antonio", "Spurs"),
        new("OKC", 1610612760, "Oklahoma City", "Thunder"),
        new("TOR", 1610612761, "Toronto", "Raptors"),
        new("UTA", 1610612762, "Utah", "Jazz"),
        new("MEM", 1610612763, "Memphis", "Grizzlies"),
        new("WAS", 1610612764, "Washington", "Wizards"),
        new("DET", 1610612765, "Detroit", "Pistons"),
        new("CHA", 1610612766, "Charlotte", "Hornets"),
    ];

    public sealed record Team(string Letters, long NbaId, string City, string Nickname)
    {
        public TeamTricode Code { get; } = new(Letters);

        public string FullName => $"{City} {Nickname}";
    }
}
