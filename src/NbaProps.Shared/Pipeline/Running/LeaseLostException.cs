namespace NbaProps.Shared.Pipeline.Running;

/// <summary>Another run has taken the unit over: this one stops where it is, and says nothing more.</summary>
internal sealed class LeaseLostException(string message) : Exception(message);
