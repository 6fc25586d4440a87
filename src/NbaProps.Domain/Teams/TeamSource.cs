namespace NbaProps.Domain.Teams;

/// <summary>Who spells a team's name. Each has its own closed list of spellings; nothing is matched by likeness.</summary>
public enum TeamSource
{
    /// <summary>The league's three letters: BOS, GSW. Also BigDataBall and balldontlie.</summary>
    NbaTricode,

    /// <summary>The league's team id in decimal digits: 1610612738.</summary>
    NbaId,

    /// <summary>City and nickname: Boston Celtics; the Clippers' city as LA or Los Angeles. Also gamebooks, injury reports and balldontlie. A simulated league's clubs are accepted here, as nicknames and of The Odds API.</summary>
    NbaFullName,

    /// <summary>Nickname alone: Celtics, 76ers, Trail Blazers; Blazers is accepted too.</summary>
    Nickname,

    /// <summary>The Odds API: full names; the Clippers' city is Los Angeles.</summary>
    OddsApi,

    /// <summary>ESPN's abbreviations: GS, NO, NY, SA, UTAH, WSH, otherwise as the league.</summary>
    Espn,

    /// <summary>Basketball-Reference's codes: BRK, CHO, PHO, otherwise as the league.</summary>
    BasketballReference,

    /// <summary>DraftKings' lower-case codes: gs, no, ny, sa, utah, wsh, otherwise the league's three letters.</summary>
    DraftKings,

    /// <summary>BettingPros' codes: NOR, PHO, UTH, otherwise as the league; the league's own spelling is accepted throughout.</summary>
    BettingPros,
}
