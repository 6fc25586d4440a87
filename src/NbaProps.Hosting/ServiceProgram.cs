using NbaProps.Hosting.Configuration;

namespace NbaProps.Hosting;

/// <summary>The frame around a service's <c>Program.cs</c>: what goes wrong at the start is said in a line, not in a stack trace.</summary>
public static class ServiceProgram
{
    /// <summary>Exit code of a start that cannot succeed as configured.</summary>
    public const int WrongUsage = 2;

    /// <summary>Runs a service to its end.</summary>
    /// <param name="service">Builds it and runs it until it is stopped.</param>
    /// <returns>0 after a stop, 2 after a configuration that cannot be used, a taken port among it. What else is thrown ends the process.</returns>
    public static Task<int> RunAsync(Func<Task> service) => RunAsync(service, Console.Error);

    /// <summary>The same, with the errors written elsewhere.</summary>
    internal static async Task<int> RunAsync(Func<Task> service, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(service);
        try
        {
            await service();
            return 0;
        }
        catch (ConfigurationException refused)
        {
            foreach (var problem in refused.Problems)
            {
                await errors.WriteLineAsync(problem);
            }

            return WrongUsage;
        }
    }
}
