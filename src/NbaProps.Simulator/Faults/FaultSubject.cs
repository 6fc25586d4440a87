namespace NbaProps.Simulator.Faults;

/// <summary>What a fault happens to once: as often its chance is drawn.</summary>
public enum FaultSubject
{
    /// <summary>A feed's date, or its game where it is asked game by game.</summary>
    Feed = 1,

    /// <summary>A game.</summary>
    Game,

    /// <summary>A player of a game.</summary>
    PlayerGame,
}
