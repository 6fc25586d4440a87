namespace NbaProps.Domain.Teams;

/// <summary>The thirty teams: the league's letters, number, city and nickname, as in its schedule; and the nickname of the club that stands there in a simulated league.</summary>
internal static class TeamTable
{
    public static readonly Team[] Rows =
    [
        new("ATL", 1610612737, "Atlanta", "Hawks", "Firebirds"),
        new("BOS", 1610612738, "Boston", "Celtics", "Herons"),
        new("CLE", 1610612739, "Cleveland", "Cavaliers", "Lamplighters"),
        new("NOP", 1610612740, "New Orleans", "Pelicans", "Trombones"),
        new("CHI", 1610612741, "Chicago", "Bulls", "Steamers"),
        new("DAL", 1610612742, "Dallas", "Mavericks", "Drovers"),
        new("DEN", 1610612743, "Denver", "Nuggets", "Summits"),
        new("GSW", 1610612744, "Golden State", "Warriors", "Foghorns"),
        new("HOU", 1610612745, "Houston", "Rockets", "Derricks"),
        new("LAC", 1610612746, "LA", "Clippers", "Breakers"),
        new("LAL", 1610612747, "Los Angeles", "Lakers", "Mirages"),
        new("MIA", 1610612748, "Miami", "Heat", "Tides"),
        new("MIL", 1610612749, "Milwaukee", "Bucks", "Coopers"),
        new("MIN", 1610612750, "Minnesota", "Timberwolves", "Loons"),
        new("BKN", 1610612751, "Brooklyn", "Nets", "Ferrymen"),
        new("NYK", 1610612752, "New York", "Knicks", "Skylines"),
        new("ORL", 1610612753, "Orlando", "Magic", "Sunbirds"),
        new("IND", 1610612754, "Indiana", "Pacers", "Roadsters"),
        new("PHI", 1610612755, "Philadelphia", "76ers", "Lanterns"),
        new("PHX", 1610612756, "Phoenix", "Suns", "Roadrunners"),
        new("POR", 1610612757, "Portland", "Trail Blazers", "Lumberjacks"),
        new("SAC", 1610612758, "Sacramento", "Kings", "Prospectors"),
        new("SAS", 1610612759, "San Antonio", "Spurs", "Missions"),
        new("OKC", 1610612760, "Oklahoma City", "Thunder", "Windmills"),
        new("TOR", 1610612761, "Toronto", "Raptors", "Beavers"),
        new("UTA", 1610612762, "Utah", "Jazz", "Canyons"),
        new("MEM", 1610612763, "Memphis", "Grizzlies", "Riverboats"),
        new("WAS", 1610612764, "Washington", "Wizards", "Monuments"),
        new("DET", 1610612765, "Detroit", "Pistons", "Gearheads"),
        new("CHA", 1610612766, "Charlotte", "Hornets", "Beekeepers"),
    ];

    public sealed record Team(string Letters, long NbaId, string City, string Nickname, string SimulatedNickname)
    {
        public TeamTricode Code { get; } = new(Letters);

        public string FullName => $"{City} {Nickname}";

        public string SimulatedFullName => $"{City} {SimulatedNickname}";
    }
}
