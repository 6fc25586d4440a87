using System.Text.Json;
using NbaProps.Domain.Injuries;

namespace NbaProps.Tests.Domain.Injuries;

public sealed class InjuryNamesTests
{
    [Theory]
    [InlineData("Injury/Illness - Left Knee; Surgery", "injury_illness")]
    [InlineData("G League - Two-Way", "g_league")]
    [InlineData("G League - On Assignment", "g_league")]
    [InlineData("Rest", "rest")]
    [InlineData("Restricted area", "other")]
    [InlineData("Personal Reasons", "personal")]
    [InlineData("Personal", "personal")]
    [InlineData("League Suspension", "suspension")]
    [InlineData("Team Suspension", "suspension")]
    [InlineData("Trade Pending", "trade")]
    [InlineData("NOT WITH TEAM", "not_with_team")]
    [InlineData("Not With Team", "not_with_team")]
    [InlineData("Coach's Decision", "other")]
    [InlineData("Return to Competition Reconditioning", "other")]
    public void A_reason_is_of_the_kind_it_begins_with(string reason, string category) => AbsenceCategories.Of(reason)!.Value.ToStorageName().ShouldBe(category);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void No_reason_is_of_no_kind(string? reason) => AbsenceCategories.Of(reason).ShouldBeNull();

    [Fact]
    public void Stored_names_are_read_back()
    {
        InjuryStatuses.All.ShouldAllBe(status => InjuryStatuses.Parse(status.ToStorageName()) == status);
        AbsenceCategories.All.ShouldAllBe(category => AbsenceCategories.Parse(category.ToStorageName()) == category);
        GamebookStatuses.All.ShouldAllBe(status => GamebookStatuses.Parse(status.ToStorageName()) == status);
        JsonSerializer.Serialize(GamebookStatus.NotWithTeam).ShouldBe("\"nwt\"");
        JsonSerializer.Deserialize<AbsenceCategory>("\"not_with_team\"").ShouldBe(AbsenceCategory.NotWithTeam);
    }

    [Theory]
    [InlineData("OUT")]
    [InlineData("out")]
    [InlineData("")]
    [InlineData(null)]
    public void A_status_in_other_letters_is_not_the_reports(string? text) => InjuryStatuses.TryParseReport(text, out _).ShouldBeFalse();
}
