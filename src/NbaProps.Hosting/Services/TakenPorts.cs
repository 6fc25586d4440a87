using System.Globalization;
using System.Net;
using System.Net.Sockets;

using NbaProps.Hosting.Configuration;

namespace NbaProps.Hosting.Services;

/// <summary>Ports that somebody else listens on: seen before anything is opened, so that nothing is left half started.</summary>
public static class TakenPorts
{
    /// <summary>Looks whether services can listen where they are to. An address that is a name, or any free port, is left to the server.</summary>
    /// <param name="services">Their names.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="inputs">What the process was told from outside.</param>
    /// <exception cref="ConfigurationException">A port is taken.</exception>
    public static void Refuse(IEnumerable<string> services, NbaPropsOptions options, ConfigurationInputs inputs)
    {
        var taken = services.Where(service => Uri.TryCreate(ServiceDefaults.UrlOf(options, service, inputs), UriKind.Absolute, out var url) && IsTaken(url))
            .Select(service => Line(service, ServiceDefaults.UrlOf(options, service, inputs)))
            .ToArray();
        if (taken.Length > 0)
        {
            throw new ConfigurationException(taken);
        }
    }

    /// <summary>The same for a port that was taken between the look and the start.</summary>
    internal static ConfigurationException Refused(string service, NbaPropsOptions options, ConfigurationInputs inputs) =>
        new([Line(service, ServiceDefaults.UrlOf(options, service, inputs))]);

    private static string Line(string service, string url) => string.Create(
        CultureInfo.InvariantCulture,
        $"{url}, where {service} listens, is taken by another program: stop that one, or accepted is --set Ports:Base=N with free ports from N to N+{PortsOptions.Services.Count - 1}, told to all processes of the folder");

    private static bool IsTaken(Uri url)
    {
        if (url.Port <= 0 || !IPAddress.TryParse(url.Host, out var address))
        {
            return false;
        }

        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, url.Port));
            socket.Listen();
            return false;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
        catch (SocketException)
        {
            // Not ours to listen on for another reason, which the server says when it tries.
            return false;
        }
    }
}
