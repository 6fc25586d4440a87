using System.Globalization;

using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.Firestore;

/// <summary>Turns a query into Firestore's structured one.</summary>
/// <param name="names">Full names.</param>
internal sealed class FirestoreQueries(FirestoreNames names)
{
    /// <summary>One page of a query, ordered by id.</summary>
    /// <param name="query">The query.</param>
    /// <param name="after">The last id of the page before; null for the first.</param>
    /// <param name="limit">At most this many.</param>
    public WireQuery Page(DocumentQuery query, string? after, int limit) => new()
    {
        From = [new WireFrom(query.Collection)],
        Where = Where(query),
        OrderBy = [new WireOrder(new WireField(FirestoreNames.Id), "ASCENDING")],
        StartAt = after is null ? null : new WireCursor([Reference(query.Collection, after)], Before: false),
        Limit = limit,
    };

    private WireFilter? Where(DocumentQuery query)
    {
        var filters = new List<WireFilter>();
        if (query.FromId is { } from)
        {
            filters.Add(Compare(FirestoreNames.Id, "GREATER_THAN_OR_EQUAL", Reference(query.Collection, from)));
        }

        if (query.ToId is { } to)
        {
            filters.Add(Compare(FirestoreNames.Id, "LESS_THAN_OR_EQUAL", Reference(query.Collection, to)));
        }

        if (query.Field is { } field)
        {
            filters.Add(Compare($"{FirestoreNames.Fields}.{field}", "EQUAL", Value(query.Value)));
        }

        return filters.Count switch
        {
            0 => null,
            1 => filters[0],
            _ => new WireFilter { CompositeFilter = new WireComposite("AND", filters) },
        };
    }

    private WireValue Reference(string collection, string id) => new() { ReferenceValue = names.Of(collection, id) };

    private static WireFilter Compare(string field, string op, WireValue value) => new() { FieldFilter = new WireFieldFilter(new WireField(field), op, value) };

    private static WireValue Value(object? value) => value switch
    {
        string text => new WireValue { StringValue = text },
        bool truth => new WireValue { BooleanValue = truth },
        long number => new WireValue { IntegerValue = number.ToString(CultureInfo.InvariantCulture) },
        _ => throw new InvalidOperationException($"A query for {value} was not refused."),
    };
}
