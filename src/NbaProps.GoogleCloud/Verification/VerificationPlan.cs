using System.Text.Json;
using System.Text.Json.Serialization;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>Where and how a project is verified: what the command says to the process that runs the suites.</summary>
/// <param name="Run">Names this verification and all that it makes; see <see cref="ScratchNames"/>.</param>
/// <param name="Location">Where the scratch dataset and the scratch bucket are made, such as <c>US</c>.</param>
/// <param name="GoogleCloud">The project, its Firestore database, times, and what stands in for Google's interfaces.</param>
public sealed record VerificationPlan(string Run, string Location, GoogleCloudOptions GoogleCloud)
{
    /// <summary>The environment variable that holds a plan as JSON. Without it the suites on a project are skipped.</summary>
    public const string Variable = "NBAPROPS_VERIFY";

    /// <summary>The project's id.</summary>
    [JsonIgnore]
    public string Project => GoogleCloud.ProjectId!;

    /// <summary>Names of what is made.</summary>
    [JsonIgnore]
    public ScratchNames Names => new(Run);

    /// <summary>The plan as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, VerificationPlanJson.Default.VerificationPlan);

    /// <summary>The plan in a text.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static VerificationPlan Parse(string json) => JsonSerializer.Deserialize(json, VerificationPlanJson.Default.VerificationPlan) ?? throw new JsonException("The plan of a verification is JSON null.");
}

[JsonSerializable(typeof(VerificationPlan))]
internal sealed partial class VerificationPlanJson : JsonSerializerContext;
