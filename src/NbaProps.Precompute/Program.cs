using NbaProps.Hosting.Services;
using NbaProps.Precompute;

return await ServiceProcess.RunAsync(PrecomputeService.Definition, args);
