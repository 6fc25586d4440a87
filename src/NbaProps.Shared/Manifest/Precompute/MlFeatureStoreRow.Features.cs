using NbaProps.Domain.Features;

namespace NbaProps.Shared.Manifest.Precompute;

/// <content>The feature columns as the vector of the contract, and back.</content>
public sealed partial record MlFeatureStoreRow
{
    /// <summary>The feature columns as a vector.</summary>
    public FeatureVector Features() => new(
    [
        Feature0Value, Feature1Value, Feature2Value, Feature3Value, Feature4Value, Feature5Value,
        Feature6Value, Feature7Value, Feature8Value, Feature9Value, Feature10Value, Feature11Value,
        Feature12Value, Feature13Value, Feature14Value, Feature15Value, Feature16Value, Feature17Value,
        Feature18Value, Feature19Value, Feature20Value, Feature21Value, Feature22Value, Feature23Value,
        Feature24Value, Feature25Value, Feature26Value, Feature27Value, Feature28Value, Feature29Value,
        Feature30Value, Feature31Value, Feature32Value,
    ]);

    /// <summary>The row with other feature values.</summary>
    public MlFeatureStoreRow WithFeatures(FeatureVector features)
    {
        var values = features.Values;
        return this with
        {
            Feature0Value = values[0],
            Feature1Value = values[1],
            Feature2Value = values[2],
            Feature3Value = values[3],
            Feature4Value = values[4],
            Feature5Value = values[5],
            Feature6Value = values[6],
            Feature7Value = values[7],
            Feature8Value = values[8],
            Feature9Value = values[9],
            Feature10Value = values[10],
            Feature11Value = values[11],
            Feature12Value = values[12],
            Feature13Value = values[13],
            Feature14Value = values[14],
            Feature15Value = values[15],
            Feature16Value = values[16],
            Feature17Value = values[17],
            Feature18Value = values[18],
            Feature19Value = values[19],
            Feature20Value = values[20],
            Feature21Value = values[21],
            Feature22Value = values[22],
            Feature23Value = values[23],
            Feature24Value = values[24],
            Feature25Value = values[25],
            Feature26Value = values[26],
            Feature27Value = values[27],
            Feature28Value = values[28],
            Feature29Value = values[29],
            Feature30Value = values[30],
            Feature31Value = values[31],
            Feature32Value = values[32],
        };
    }
}
