using NbaProps.Truth.Walking;

return args is ["season", .. var options] ? await SeasonCampaign.RunAsync(options, CancellationToken.None) : Usage();

static int Usage()
{
    Console.Error.WriteLine(SeasonCampaign.Usage);
    return 2;
}
