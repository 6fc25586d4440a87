using NbaProps.Fuzzing.Mutating;
using NbaProps.Fuzzing.Running;
using NbaProps.Fuzzing.Seeding;

if (Arguments.Read(args) is not { } asked)
{
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return 2;
}

var forms = SeedCatalog.All().Where(form => (asked.Source ?? form.Source) == form.Source && (asked.Form ?? form.Form) == form.Form).ToArray();
if (forms.Length == 0 || (asked.Replay is not null && forms.Length > 1))
{
    await Console.Error.WriteLineAsync($"{(forms.Length == 0 ? "None" : "Which")} of the forms: {string.Join("; ", SeedCatalog.All().Select(form => form.Name))}");
    return 2;
}

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(asked.State))!);
if (asked.Replay is { } number)
{
    var payload = Mutation.Of(forms[0], asked.Seed, number);
    await File.WriteAllBytesAsync(asked.State + ".payload", payload);
    var wrong = Judge.Of(forms[0].Source).Wrong(payload);
    Console.WriteLine($"{forms[0].Name}, seed {asked.Seed}, mutation {number} ({asked.State}.payload): {wrong ?? "ends as it must"}");
    return wrong is null ? 0 : 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var state = CampaignState.Load(asked.State, asked.Seed);
Parallel.ForEach(forms, new ParallelOptions { MaxDegreeOfParallelism = asked.Workers }, form =>
{
    if (form.Seeds.Count == 0)
    {
        Console.WriteLine($"{form.Name}: there is no payload to begin with; put one into tests/NbaProps.Fuzzing/Seeds/{form.Source}");
        return;
    }

    var progress = state.Of(form.Name, FormCampaign.HashOf(form));
    var campaign = new FormCampaign(form, Judge.Of(form.Source).Wrong, asked.Seed, progress, Patience.Usual);
    while (progress.Done < asked.Mutations && !stop.IsCancellationRequested)
    {
        campaign.Run(Math.Min(asked.Mutations, progress.Done + 2_000), stop.Token);
        state.Save(asked.State);
    }

    Console.WriteLine($"{form.Name}: {progress.Done} mutations, {progress.AllFindings} findings");
    foreach (var finding in progress.Findings)
    {
        Console.WriteLine($"  {finding.Number}: {finding.What}");
        Console.WriteLine($"    again: --source {form.Source} --form \"{form.Form}\" --seed {asked.Seed} --replay {finding.Number}");
    }
});
if (stop.IsCancellationRequested)
{
    Console.WriteLine($"Stopped; the same command goes on from {asked.State}");
    return 1;
}

return forms.Any(form => form.Seeds.Count == 0 || state.Forms[form.Name].AllFindings > 0) ? 1 : 0;
