using Microsoft.AspNetCore.Routing;

using NbaProps.Simulator.Serving.BallDontLie;
using NbaProps.Simulator.Serving.BettingPros;
using NbaProps.Simulator.Serving.BigDataBall;
using NbaProps.Simulator.Serving.Espn;
using NbaProps.Simulator.Serving.Nba;
using NbaProps.Simulator.Serving.OddsApi;

namespace NbaProps.Simulator.Serving;

/// <summary>The paths of every upstream.</summary>
internal static class LeagueEndpoints
{
    /// <summary>Maps them: one line for each upstream.</summary>
    public static void MapLeague(this IEndpointRouteBuilder routes, Func<LeagueMoment> moment)
    {
        routes.MapNba(moment);
        routes.MapBigDataBall(moment);
        routes.MapEspn(moment);
        routes.MapBallDontLie(moment);
        routes.MapBettingPros(moment);
        routes.MapOddsApi(moment);
        routes.MapDocuments(moment);
    }
}
