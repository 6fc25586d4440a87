namespace NbaProps.Chaos.Harness;

/// <summary>What a process calls.</summary>
public enum Port
{
    /// <summary>Coordination documents.</summary>
    State = 1,

    /// <summary>Tables.</summary>
    Warehouse,

    /// <summary>The raw archive.</summary>
    Objects,

    /// <summary>Messages.</summary>
    Bus,

    /// <summary>A source.</summary>
    Upstream,
}
