using NbaProps.Domain;
using NbaProps.Domain.Players;

namespace NbaProps.Simulator.League;

/// <summary>A player who never existed.</summary>
public sealed record SimulatedPlayer
{
    /// <summary>His person id in the league's lists.</summary>
    public required PlayerKey Id { get; init; }

    /// <summary>Given name, with its marks: "Đorđe".</summary>
    public required string GivenName { get; init; }

    /// <summary>Family name, with its marks and without suffix: "O'Brannon".</summary>
    public required string FamilyName { get; init; }

    /// <summary>"Jr.", "II", "III"; null when he has none.</summary>
    public required string? Suffix { get; init; }

    /// <summary>Where he plays.</summary>
    public required Position Position { get; init; }

    /// <summary>Height in inches, 71 to 88.</summary>
    public required int HeightInches { get; init; }

    /// <summary>Weight in pounds, 170 to 290.</summary>
    public required int WeightPounds { get; init; }

    /// <summary>Number on his shirt, 0 to 99; no team-mate of the first day has it too.</summary>
    public required int Jersey { get; init; }

    /// <summary>Age in years at the season's first day, 19 to 38.</summary>
    public required int Age { get; init; }

    /// <summary>First year of his first season in the league.</summary>
    public required int FromYear { get; init; }

    /// <summary>Where he is from.</summary>
    public required string Country { get; init; }

    /// <summary>Where he played before; the league writes clubs abroad and colleges in one column.</summary>
    public required string College { get; init; }

    /// <summary>Round and number of his draft; null when nobody drafted him.</summary>
    public required (int Round, int Number)? Draft { get; init; }

    /// <summary>What he can do.</summary>
    public required Skills Skills { get; init; }

    /// <summary>Family name with its suffix: "Whitlock Jr.".</summary>
    public string LastName => Suffix is null ? FamilyName : $"{FamilyName} {Suffix}";

    /// <summary>The whole name, as the league writes it.</summary>
    public string FullName => $"{GivenName} {LastName}";

    /// <summary>First letter and family name: "D. Whitlock Jr.".</summary>
    public string InitialName => $"{GivenName[0]}. {LastName}";

    /// <summary>The whole name as a key.</summary>
    public NameKey NameKey => NameKey.From(FullName);

    /// <inheritdoc/>
    public override string ToString() => FullName;
}
