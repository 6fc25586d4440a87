using NbaProps.Analytics;
using NbaProps.Hosting.Services;

return await ServiceProcess.RunAsync(AnalyticsService.Definition, args);
