using NbaProps.Hosting.Services;
using NbaProps.Predictions;

return await ServiceProcess.RunAsync(PredictionsService.Definition, args);
