using NbaProps.Shared.Messaging;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Harness;

/// <summary>The ports as one process sees them: each call waits for the scheduler, then acts on the store that all processes share.</summary>
public static class SimPorts
{
    public static Ports For(SimProcess process, World world) => new(
        new SimState(process, world.State, world.Defect, world),
        new SimWarehouse(process, world),
        new SimObjects(process, world.Objects),
        new SimBus(process, world));

    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static string Short(string text) => text.Length <= 60 ? text : text[..60];

    private sealed class SimState(SimProcess process, IStateStore store, PlantedDefect defect, World world) : IStateStore
    {
        // A look names its own unit first. The port does not promise that what is read together is of one moment: of four looks one is read in two halves, with whatever happens between them.
        public async Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken)
        {
            if (paths.Count == 1 || !world.Random.Chance(25))
            {
                return await ReadAsync(paths, paths[0]);
            }

            var isFirst = paths.Select(_ => world.Random.Chance(50)).ToArray();
            var (first, second) = (Of(isFirst, paths, true), Of(isFirst, paths, false));
            if (first.Length == 0 || second.Length == 0)
            {
                return await ReadAsync(paths, paths[0]);
            }

            var (early, late) = (await ReadAsync(first, paths[0]), await ReadAsync(second, paths[0]));
            var (nextEarly, nextLate) = (0, 0);
            return [.. isFirst.Select(isEarly => (isEarly ? early[nextEarly++] : late[nextLate++]) with { StoreTime = late[0].StoreTime })];
        }

        private static DocumentPath[] Of(bool[] isFirst, IReadOnlyList<DocumentPath> paths, bool which) => [.. paths.Where((_, at) => isFirst[at] == which)];

        private Task<IReadOnlyList<StateRead>> ReadAsync(IReadOnlyList<DocumentPath> paths, DocumentPath own) => process.CallAsync(
            Port.State,
            paths.Count == 1 ? $"get {paths[0]}" : $"get {paths[0]} and {Short(string.Join(' ', paths.Skip(1).Select(path => path.Id)))}",
            mutates: false,
            () => (IReadOnlyList<StateRead>)[.. Now(store.GetAllAsync(paths, CancellationToken.None)).Select((read, at) => Seen(read, isOwn: paths[at] == own))]);

        private StateRead Seen(StateRead read, bool isOwn)
        {
            if (read.Document is { } found && world.Join?.Hides(found, process) == true)
            {
                return read with { Document = null };
            }

            return defect switch
            {
                // Of its own unit: what it reads of its inputs shows their open writes as ever.
                PlantedDefect.SkipIgnoresUnsettledWrite when isOwn => Defects.HideOpen(read),
                PlantedDefect.BlockedIsLatched => Defects.Latch(read),
                _ => read,
            };
        }

        public Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
        {
            var actual = defect switch
            {
                PlantedDefect.CommitWithoutToken => Defects.WithoutPrecondition(writes),
                PlantedDefect.PublishBeforeCommit => Defects.PublishFirst(writes, world),
                _ => writes,
            };
            var counts = world.Join?.Read(actual);
            return process.CallAsync(
                Port.State,
                $"commit {Short(string.Join(' ', writes.Select(write => write.Path)))}",
                mutates: true,
                () =>
                {
                    var dates = world.Join?.FirstOutputs(actual, store);
                    var result = world.Record(process, actual, Now(store.CommitAsync(actual, CancellationToken.None)));
                    if (result is CommitResult.Committed && dates is not null)
                    {
                        world.Join!.Write(dates, counts!);
                    }

                    return result;
                });
        }

        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) =>
            process.CallAsync(Port.State, $"query {query.Collection} {query.FromId}", mutates: false, () => Seen(query, Now(store.QueryAsync(query, CancellationToken.None))));

        private IReadOnlyList<Document> Seen(DocumentQuery query, IReadOnlyList<Document> found) =>
            defect == PlantedDefect.ParsesThePayloadOfTheMessage && string.Equals(query.Collection, "captures", StringComparison.Ordinal) && !process.Role.Name.StartsWith("scrapers", StringComparison.Ordinal)
                ? Defects.OfTheNewestCommit(found)
                : world.Join is { } join ? [.. found.Where(document => !join.Hides(document, process))] : found;
    }

    private sealed class SimWarehouse(SimProcess process, World world) : IWarehouse
    {
        private IWarehouse Store => world.Fenced;

        public Task<LiveTable?> DescribeAsync(TableSchema table, CancellationToken cancellationToken) => Store.DescribeAsync(table, cancellationToken);

        public Task ApplySchemaAsync(TableSchema table, CancellationToken cancellationToken) => Store.ApplySchemaAsync(table, cancellationToken);

        public Task<RowBatch> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Warehouse, $"read {request.Table.Name} {request.Range.From}..{request.Range.To}", mutates: false, () => Now(Store.ReadAsync(request, CancellationToken.None)));

        public async Task<FencedWrite> ReplaceAsync(PartitionWrite write, CancellationToken cancellationToken)
        {
            world.Checker.Submitted(write, world.Warehouse);
            if (world.Defect == PlantedDefect.NonAtomicReplace)
            {
                // Delete, then insert: a reader, a crash or another run may come between.
                await process.CallAsync(Port.Warehouse, $"delete {write.Table.Name} {write.Partition}", mutates: true, () => Reached(write, Store.ReplaceAsync(write with { Rows = write.Rows with { Rows = [] } }, CancellationToken.None)));
                return await process.CallAsync(Port.Warehouse, $"insert {write.Table.Name} {write.Partition}", mutates: true, () => Reached(write, ((BurnedIds)Store).InsertAsync(write)));
            }

            return await process.CallAsync(Port.Warehouse, $"replace {write.Table.Name} {write.Partition} token {write.Token}", mutates: true, () => Reached(write, Store.ReplaceAsync(write, CancellationToken.None)));
        }

        private FencedWrite Reached(PartitionWrite write, Task<FencedWrite> written)
        {
            world.Checker.Reached(write);
            return Now(written);
        }

        public Task<FencedWrite> MergeAsync(PartitionWrite write, IReadOnlyList<string> updateColumns, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Warehouse, $"merge {write.Table.Name} {write.Partition} token {write.Token}", mutates: true, () => Now(Store.MergeAsync(write, updateColumns, CancellationToken.None)));

        public Task SettleAsync(TableSchema table, Partition partition, long token, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Warehouse, $"settle {table.Name} {partition} token {token}", mutates: true, () =>
            {
                if (world.Defect != PlantedDefect.NoSettle)
                {
                    Store.SettleAsync(table, partition, token, CancellationToken.None).GetAwaiter().GetResult();
                }

                return true;
            });

        public Task<AppendOutcome> AppendAsync(TableSchema table, RowBatch rows, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Warehouse, $"append {table.Name}", mutates: true, () => Now(Store.AppendAsync(table, rows, CancellationToken.None)));
    }

    private sealed class SimObjects(SimProcess process, IObjectStore store) : IObjectStore
    {
        public Task<PutOutcome> PutIfAbsentAsync(string path, StoredObject content, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Objects, $"put {path}", mutates: true, () => Now(store.PutIfAbsentAsync(path, content, CancellationToken.None)));

        public Task<StoredObject?> GetAsync(string path, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Objects, $"fetch {path}", mutates: false, () => Now(store.GetAsync(path, CancellationToken.None)));

        public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Objects, $"list {prefix}", mutates: false, () => Now(store.ListAsync(prefix, CancellationToken.None)));
    }

    private sealed class SimBus(SimProcess process, World world) : IMessageBus
    {
        public Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
            process.CallAsync(Port.Bus, $"publish {messages.Count} to {topic}", mutates: true, () =>
            {
                world.Publish(topic, messages);
                return true;
            });
    }
}
