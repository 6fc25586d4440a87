using NbaProps.EndToEnd.Killing;

return args is ["kills", .. var options] ? await KillCampaign.RunAsync(options) : KillCampaign.Refuse();
