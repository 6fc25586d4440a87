using NbaProps.Domain.Teams;

namespace NbaProps.Tests.Domain.Teams;

public sealed class TeamTests
{
    public static TheoryData<TeamSource> Sources => [.. Enum.GetValues<TeamSource>()];

    [Fact]
    public void There_are_thirty_teams_in_alphabetical_order()
    {
        TeamTricode.All.Count.ShouldBe(30);
        TeamTricode.All.Distinct().Count().ShouldBe(30);
        TeamTricode.All[0].ToString().ShouldBe("ATL");
        TeamTricode.All[^1].ToString().ShouldBe("WAS");
        TeamTricode.All.ShouldBe(TeamTricode.All.Order());
    }

    [Theory]
    [InlineData("bos")]
    [InlineData("BOS ")]
    [InlineData("BRK")]
    [InlineData("SEA")]
    [InlineData("NZB")]
    [InlineData("")]
    public void Only_the_leagues_own_letters_are_read(string text) => TeamTricode.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_source_spells_every_team(TeamSource source)
    {
        var teams = TeamSpellings.All(source).Select(spelling =>
        {
            TeamSpellings.TryResolve(source, spelling, out var code).ShouldBeTrue(spelling);
            return code;
        });
        teams.Distinct().Order().ShouldBe(TeamTricode.All);
    }

    [Theory]
    [InlineData(TeamSource.NbaId, "1610612759", "SAS")]
    [InlineData(TeamSource.NbaFullName, "LA Clippers", "LAC")]
    [InlineData(TeamSource.NbaFullName, "Los Angeles Clippers", "LAC")]
    [InlineData(TeamSource.NbaFullName, "Los Angeles Lakers", "LAL")]
    [InlineData(TeamSource.NbaFullName, "Philadelphia 76ers", "PHI")]
    [InlineData(TeamSource.Nickname, "Grizzlies", "MEM")]
    [InlineData(TeamSource.Nickname, "Trail Blazers", "POR")]
    [InlineData(TeamSource.Nickname, "Blazers", "POR")]
    [InlineData(TeamSource.OddsApi, "Los Angeles Clippers", "LAC")]
    [InlineData(TeamSource.OddsApi, "Golden State Warriors", "GSW")]
    [InlineData(TeamSource.Espn, "GS", "GSW")]
    [InlineData(TeamSource.Espn, "NO", "NOP")]
    [InlineData(TeamSource.Espn, "NY", "NYK")]
    [InlineData(TeamSource.Espn, "SA", "SAS")]
    [InlineData(TeamSource.Espn, "UTAH", "UTA")]
    [InlineData(TeamSource.Espn, "WSH", "WAS")]
    [InlineData(TeamSource.BasketballReference, "BRK", "BKN")]
    [InlineData(TeamSource.BasketballReference, "CHO", "CHA")]
    [InlineData(TeamSource.BasketballReference, "PHO", "PHX")]
    [InlineData(TeamSource.BettingPros, "NOR", "NOP")]
    [InlineData(TeamSource.BettingPros, "PHO", "PHX")]
    [InlineData(TeamSource.BettingPros, "UTH", "UTA")]
    public void A_spelling_of_a_source_is_one_team(TeamSource source, string spelling, string team)
    {
        TeamSpellings.TryResolve(source, spelling, out var code).ShouldBeTrue();
        code.ToString().ShouldBe(team);
    }

    // Every spelling of the real file of 2022-23.
    [Theory]
    [InlineData("atl", "ATL")]
    [InlineData("bkn", "BKN")]
    [InlineData("bos", "BOS")]
    [InlineData("cha", "CHA")]
    [InlineData("chi", "CHI")]
    [InlineData("cle", "CLE")]
    [InlineData("dal", "DAL")]
    [InlineData("den", "DEN")]
    [InlineData("det", "DET")]
    [InlineData("gs", "GSW")]
    [InlineData("hou", "HOU")]
    [InlineData("ind", "IND")]
    [InlineData("lac", "LAC")]
    [InlineData("lal", "LAL")]
    [InlineData("mem", "MEM")]
    [InlineData("mia", "MIA")]
    [InlineData("mil", "MIL")]
    [InlineData("min", "MIN")]
    [InlineData("no", "NOP")]
    [InlineData("ny", "NYK")]
    [InlineData("okc", "OKC")]
    [InlineData("orl", "ORL")]
    [InlineData("phi", "PHI")]
    [InlineData("phx", "PHX")]
    [InlineData("por", "POR")]
    [InlineData("sa", "SAS")]
    [InlineData("sac", "SAC")]
    [InlineData("tor", "TOR")]
    [InlineData("utah", "UTA")]
    [InlineData("wsh", "WAS")]
    public void DraftKings_spells_teams_in_its_own_lower_case_codes(string spelling, string team)
    {
        TeamSpellings.TryResolve(TeamSource.DraftKings, spelling, out var code).ShouldBeTrue();
        code.ToString().ShouldBe(team);
    }

    [Theory]
    [InlineData(TeamSource.Espn, "GSW")]
    [InlineData(TeamSource.BasketballReference, "BKN")]
    [InlineData(TeamSource.OddsApi, "LA Clippers")]
    [InlineData(TeamSource.OddsApi, "los angeles clippers")]
    [InlineData(TeamSource.OddsApi, "Golden St Warriors")]
    [InlineData(TeamSource.NbaId, "1610616851")]
    [InlineData(TeamSource.Nickname, "Sonics")]
    [InlineData(TeamSource.DraftKings, "gsw")]
    [InlineData(TeamSource.NbaTricode, null)]
    public void A_spelling_that_is_not_the_sources_resolves_to_nothing(TeamSource source, string? spelling)
        => TeamSpellings.TryResolve(source, spelling, out _).ShouldBeFalse();

    [Fact]
    public void The_leagues_numbers_are_thirty_in_a_row()
    {
        TeamTricode.All.Select(TeamSpellings.NbaId).Order().ShouldBe(Enumerable.Range(0, 30).Select(i => 1610612737L + i));
        TeamTricode.All.ShouldAllBe(team => TeamSpellings.FromNbaId(TeamSpellings.NbaId(team)) == team);
        TeamSpellings.FromNbaId(1610616851).ShouldBeNull();
    }

    [Fact]
    public void A_full_name_ends_in_the_nickname()
        => TeamTricode.All.ShouldAllBe(team => TeamSpellings.FullName(team).EndsWith(TeamSpellings.Nickname(team), StringComparison.Ordinal));

    [Fact]
    public void A_source_nobody_knows_is_a_defect()
        => Should.Throw<ArgumentOutOfRangeException>(() => TeamSpellings.TryResolve((TeamSource)99, "BOS", out _));
}
