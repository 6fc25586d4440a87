using NbaProps.Hosting;
using NbaProps.Hosting.Configuration;
using NbaProps.Operations;

return await ServiceProgram.RunAsync(async () =>
{
    var inputs = ConfigurationInputs.OfProcess(args);
    await OperationsService.RunAsync(NbaPropsConfiguration.Load(inputs), inputs, _ => Task.CompletedTask, CancellationToken.None);
});
