namespace NbaProps.Shared.Messaging;

/// <summary>What a push endpoint's answer means to the bus.</summary>
public static class PushReply
{
    /// <summary>Pub/Sub takes exactly 102, 200, 201, 202 and 204 as an acknowledgement; every other answer asks for redelivery.</summary>
    public static bool IsAcknowledgement(int statusCode) => statusCode is 102 or 200 or 201 or 202 or 204;
}
