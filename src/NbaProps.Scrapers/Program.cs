using NbaProps.Hosting.Services;
using NbaProps.Scrapers;

return await ServiceProcess.RunAsync(ScrapersService.Definition, args);
