using NbaProps.Hosting.Services;
using NbaProps.RawProcessors;

return await ServiceProcess.RunAsync(RawProcessorsService.Definition, args);
