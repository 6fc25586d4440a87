using FsCheck;
using FsCheck.Fluent;

namespace NbaProps.Tests.Domain;

/// <summary>Runs properties on a thousand cases; a failure names the case and the seed.</summary>
internal static class Property
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    public static void ForAll<T>(Gen<T> cases, Action<T> holds)
        => Check.One(Thousand, Prop.ForAll(Arb.From(cases), holds));

    public static Gen<string> AnyText { get; } = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
}
