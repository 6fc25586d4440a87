namespace NbaProps.Domain.Features;

/// <summary>
/// The values of one player and game in the order of <see cref="FeatureContract.Features"/>. A missing value is null; it becomes NaN only in the
/// array handed to a model.
/// </summary>
public sealed class FeatureVector : IEquatable<FeatureVector>
{
    private readonly double?[] _values;

    /// <summary>Takes a copy of the values.</summary>
    /// <param name="values">One per feature; null where missing.</param>
    /// <exception cref="ArgumentException">Their number is not the contract's, or one is NaN, infinite or beyond single precision.</exception>
    public FeatureVector(IEnumerable<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];
        if (_values.Length != FeatureContract.Count)
        {
            throw new ArgumentException(
                $"{FeatureContract.Version} has {FeatureContract.Count} features, {_values.Length} values were given.", nameof(values));
        }

        foreach (var feature in FeatureContract.Features)
        {
            // Single precision, because that is what the trees are given: 1e39 would reach them as infinity.
            if (_values[feature.Index] is { } value && !float.IsFinite((float)value))
                throw new ArgumentException(FormattableString.Invariant($"{feature.Name} is {value}: give null for a missing value."), nameof(values));
        }
    }

    /// <summary>The values in the order of the contract; null where missing.</summary>
    public IReadOnlyList<double?> Values => Array.AsReadOnly(_values);

    /// <summary>The value at a position of <see cref="FeatureIndex"/>; null when missing.</summary>
    public double? this[int index] => _values[index];

    /// <summary>The value of a named feature; null when missing.</summary>
    /// <exception cref="ArgumentException">The contract has no such feature.</exception>
    public double? this[string name] => FeatureContract.Find(name) is { } feature
        ? _values[feature.Index]
        : throw new ArgumentException($"{FeatureContract.Version} has no feature '{name}'.", nameof(name));

    /// <summary>The values outside the contract's ranges, in its order. Missing values are not among them.</summary>
    public IReadOnlyList<FeatureOutOfRange> OutOfRange()
        => [.. from feature in FeatureContract.Features
               let value = _values[feature.Index]
               where value is not null && !feature.Allows(value.Value)
               select new FeatureOutOfRange(feature, value.Value)];

    /// <summary>The required features that are missing, in the order of the contract.</summary>
    public IReadOnlyList<FeatureDefinition> MissingRequired()
        => [.. FeatureContract.Features.Where(feature => feature.Required && _values[feature.Index] is null)];

    /// <summary>A new array for a model: single precision, NaN where missing.</summary>
    public float[] ToFloatArray() => [.. _values.Select(value => value is { } known ? (float)known : float.NaN)];

    /// <summary>Whether all values are the same.</summary>
    public bool Equals(FeatureVector? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FeatureVector);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in _values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
