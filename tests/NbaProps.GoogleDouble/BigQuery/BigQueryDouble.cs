using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.BigQuery;

/// <summary>How fast jobs go.</summary>
public enum Pace
{
    /// <summary>Done when they are inserted.</summary>
    AtOnce,

    /// <summary>Pending, running, done: one step at each look.</summary>
    ByLooks,

    /// <summary>As the test says: <see cref="BigQueryDouble.Finish"/>.</summary>
    ByHand,
}

/// <summary>
/// BigQuery as far as the warehouse needs it. Rows lie in tables that enforce no key, as BigQuery's do not: on the embedded warehouse a row that came twice
/// would not be seen.
/// </summary>
public sealed class BigQueryDouble
{
    private const string Location = "US";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _datasets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DoubleTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DoubleJob> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<DoubleField> Fields, IReadOnlyList<object?[]> Rows)> _results = new(StringComparer.Ordinal);
    private readonly Statements _statements;

    /// <summary>An empty one.</summary>
    public BigQueryDouble() => _statements = new(Table);

    /// <summary>How fast jobs go.</summary>
    public Pace Pace { get; set; }

    /// <summary>How often a query is answered before it is complete.</summary>
    public int Incomplete { get; set; }

    /// <summary>Whether a row with an insert id that was seen is stored again, as after a minute.</summary>
    public bool ForgetsInsertIds { get; set; }

    /// <summary>What the next jobs end with instead of doing anything, in order; null does it.</summary>
    public Queue<(string Reason, string Message)?> JobErrors { get; } = new();

    /// <summary>How many jobs were inserted, queries that needed one among them.</summary>
    public int JobCount { get; private set; }

    /// <summary>Ids of jobs in the order of their insertion.</summary>
    public IReadOnlyList<string> Jobs
    {
        get
        {
            lock (_gate)
                return [.. _jobs.Keys];
        }
    }

    /// <summary>Columns and rows of a table, in no order; by dataset and name.</summary>
    public (IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows) Dump(string name)
    {
        lock (_gate)
        {
            var table = _tables.Single(pair => pair.Key.EndsWith($".{name}", StringComparison.Ordinal)).Value;
            return ([.. table.Fields.Select(field => field.Name)], [.. table.Rows]);
        }
    }

    /// <summary>A table as it was asked for.</summary>
    public JsonElement Described(string name)
    {
        lock (_gate)
            return _tables.Single(pair => pair.Key.EndsWith($".{name}", StringComparison.Ordinal)).Value.Described;
    }

    /// <summary>Removes a table, as somebody would by hand.</summary>
    public void Drop(string name)
    {
        lock (_gate)
            _tables.Remove(_tables.Keys.Single(key => key.EndsWith($".{name}", StringComparison.Ordinal)));
    }

    /// <summary>Full names of the datasets.</summary>
    public IReadOnlyList<string> Datasets
    {
        get
        {
            lock (_gate)
                return [.. _datasets];
        }
    }

    /// <summary>Full names of the tables.</summary>
    public IReadOnlyList<string> Tables
    {
        get
        {
            lock (_gate)
                return [.. _tables.Keys];
        }
    }

    /// <summary>Ends a job that waits. One whose end was asked for is stopped, unless it came too late for that.</summary>
    /// <param name="id">The job.</param>
    /// <param name="isStopped">Whether it ends without having done anything.</param>
    public void Finish(string id, bool isStopped)
    {
        lock (_gate)
        {
            var job = _jobs[id];
            if (job.IsDone)
                return;
            if (isStopped)
                job.Error = ("stopped", "Job execution was cancelled: User requested cancellation");
            else
                Execute(job);
            job.State = "DONE";
        }
    }

    /// <summary>Whether a job is there and not done.</summary>
    public bool IsUnderWay(string id)
    {
        lock (_gate)
            return _jobs.TryGetValue(id, out var job) && !job.IsDone;
    }

    /// <summary>Whether somebody asked for a job's end.</summary>
    public bool IsCancelRequested(string id)
    {
        lock (_gate)
            return _jobs.TryGetValue(id, out var job) && job.IsCancelRequested;
    }

    /// <summary>Does what a request asks for.</summary>
    public DoubleAnswer Answer(DoubleRequest request)
    {
        lock (_gate)
        {
            try
            {
                var answer = Done(request);
                return request.Query.TryGetValue("fields", out var mask) && answer.Status < 300
                    ? DoubleAnswer.Of(FieldMask.Of((JsonObject)JsonNode.Parse(answer.Body)!, mask), answer.Status)
                    : answer;
            }
            catch (StatementException refused)
            {
                return DoubleAnswer.Error(string.Equals(refused.Reason, "notFound", StringComparison.Ordinal) ? 404 : 400, refused.Reason, refused.Message);
            }
        }
    }

    private DoubleAnswer Done(DoubleRequest request)
    {
        var parts = request.Parts.SkipWhile(part => !string.Equals(part, "projects", StringComparison.Ordinal)).Skip(2).ToArray();
        return (request.Method, parts) switch
        {
            ("POST", ["jobs"]) => Insert(request),
            ("GET", ["jobs", var id]) => Look(request, id),
            ("POST", ["jobs", var id, "cancel"]) => Cancel(request, id),
            ("POST", ["queries"]) => Ask(request),
            ("GET", ["queries", var id]) => Page(request, id),
            ("POST", ["datasets"]) => CreateDataset(request),
            ("GET", ["datasets"]) => DatasetsOf(Project(request)),
            ("DELETE", ["datasets", var dataset]) => DeleteDataset(request, dataset),
            ("POST", ["datasets", var dataset, "tables"]) => CreateTable(request, dataset),
            ("GET", ["datasets", var dataset, "tables", var table]) => DoubleAnswer.Of(Describe(Table($"{Project(request)}.{dataset}.{table}"))),
            ("PATCH", ["datasets", var dataset, "tables", var table]) => Patch(request, Table($"{Project(request)}.{dataset}.{table}")),
            ("POST", ["datasets", var dataset, "tables", var table, "insertAll"]) => Append(request, Table($"{Project(request)}.{dataset}.{table}")),
            _ => DoubleAnswer.Error(400, "invalid", $"The double does not know {request.Method} {request.Path}."),
        };
    }

    private static string Project(DoubleRequest request) => request.Parts.SkipWhile(part => !string.Equals(part, "projects", StringComparison.Ordinal)).ElementAt(1);

    private DoubleTable Table(string name) => _tables.TryGetValue(name, out var table) ? table : throw StatementException.NotFound($"Table {name}");

    private DoubleAnswer Insert(DoubleRequest request)
    {
        var reference = request.Json.GetProperty("jobReference");
        var configuration = request.Json.GetProperty("configuration");
        RequireLocation(reference);
        if (configuration.TryGetProperty("query", out var query))
            RequireStandard(query);
        var id = reference.GetProperty("jobId").GetString()!;
        if (_jobs.ContainsKey(id))
            return DoubleAnswer.Error(409, "duplicate", $"Already Exists: Job {id}");
        var job = new DoubleJob(id, configuration, reference) { Media = request.Media };
        _jobs.Add(id, job);
        JobCount++;
        if (Pace == Pace.AtOnce)
            Finish(id, isStopped: false);
        return DoubleAnswer.Of(job.Answer());
    }

    private void Execute(DoubleJob job)
    {
        if (JobErrors.TryDequeue(out var error) && error is not null)
        {
            job.Error = error;
            return;
        }

        try
        {
            if (job.Configuration.TryGetProperty("load", out var load))
                Load(load, job.Media!);
            else if (!string.Equals(job.Query, "SELECT 1", StringComparison.Ordinal))
                _statements.Change(job.Query, Parameters(job.Configuration.GetProperty("query")));
        }
        catch (StatementException refused)
        {
            job.Error = (refused.Reason, refused.Message);
        }
    }

    private void Load(JsonElement load, byte[] lines)
    {
        if (!load.GetProperty("sourceFormat").ValueEquals("NEWLINE_DELIMITED_JSON") || !load.GetProperty("writeDisposition").ValueEquals("WRITE_TRUNCATE"))
            throw new StatementException("invalid", "The double loads newline-delimited JSON into tables that it empties.");
        var destination = load.GetProperty("destinationTable");
        var table = Table($"{destination.GetProperty("projectId")}.{destination.GetProperty("datasetId")}.{destination.GetProperty("tableId")}");
        var rows = new List<object?[]>();
        foreach (var line in Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            rows.Add(table.RowOf(json.RootElement));
        }

        table.Rows = rows;
    }

    private DoubleAnswer Look(DoubleRequest request, string id)
    {
        RequireLocation(request);
        if (!_jobs.TryGetValue(id, out var job))
            return DoubleAnswer.Error(404, "notFound", $"Not found: Job {id}");
        if (Pace == Pace.ByLooks && string.Equals(job.State, "RUNNING", StringComparison.Ordinal))
            Finish(id, job.IsCancelRequested);
        if (string.Equals(job.State, "PENDING", StringComparison.Ordinal))
            job.State = "RUNNING";
        return DoubleAnswer.Of(job.Answer());
    }

    private DoubleAnswer Cancel(DoubleRequest request, string id)
    {
        RequireLocation(request);
        if (!_jobs.TryGetValue(id, out var job))
            return DoubleAnswer.Error(404, "notFound", $"Not found: Job {id}");
        job.IsCancelRequested = true;
        return DoubleAnswer.Of(new JsonObject { ["kind"] = "bigquery#jobCancelResponse", ["job"] = job.Answer() });
    }

    private DoubleAnswer Ask(DoubleRequest request)
    {
        var query = request.Json;
        RequireStandard(query);
        RequireLocation(query);
        if (!query.GetProperty("formatOptions").GetProperty("useInt64Timestamp").GetBoolean())
            throw new StatementException("invalid", "Instants would come as seconds in a float.");
        var result = _statements.Query(query.GetProperty("query").GetString()!, Parameters(query));
        if (query.TryGetProperty("dryRun", out var dry) && dry.GetBoolean())
            return DoubleAnswer.Of(new JsonObject { ["jobComplete"] = true, ["totalBytesProcessed"] = Whole(8L * result.Rows.Count * result.Fields.Count) });
        var id = string.Create(CultureInfo.InvariantCulture, $"job_{_results.Count + 1}");
        var isLarge = result.Rows.Count > query.GetProperty("maxResults").GetInt32();
        var needsJob = isLarge || Incomplete > 0 || !query.TryGetProperty("jobCreationMode", out var mode) || !mode.ValueEquals("JOB_CREATION_OPTIONAL");
        _results.Add(id, result);
        if (needsJob)
            JobCount++;
        return DoubleAnswer.Of(PageOf(id, needsJob ? Project(request) : null, 0, query.GetProperty("maxResults").GetInt32(), "bigquery#queryResponse"));
    }

    private DoubleAnswer Page(DoubleRequest request, string id)
    {
        RequireLocation(request);
        if (!string.Equals(request.Query.GetValueOrDefault("formatOptions.useInt64Timestamp"), "true", StringComparison.Ordinal))
            throw new StatementException("invalid", "Instants would come as seconds in a float.");
        var from = int.Parse(request.Query.GetValueOrDefault("pageToken") ?? "0", CultureInfo.InvariantCulture);
        return DoubleAnswer.Of(PageOf(id, Project(request), from, int.Parse(request.Query["maxResults"], CultureInfo.InvariantCulture), "bigquery#getQueryResultsResponse"));
    }

    private JsonObject PageOf(string id, string? project, int from, int most, string kind)
    {
        var answer = new JsonObject { ["kind"] = kind, ["jobComplete"] = Incomplete == 0 };
        if (project is not null)
            answer["jobReference"] = new JsonObject { ["projectId"] = project, ["jobId"] = id, ["location"] = Location };
        if (Incomplete > 0)
        {
            Incomplete--;
            return answer;
        }

        var (fields, rows) = _results[id];
        answer["schema"] = new JsonObject { ["fields"] = new JsonArray([.. fields.Select(field => new JsonObject { ["name"] = field.Name, ["type"] = field.Type })]) };
        answer["totalRows"] = Whole(rows.Count);
        if (rows.Count > from)
            answer["rows"] = new JsonArray([.. rows.Skip(from).Take(most).Select(row => new JsonObject { ["f"] = new JsonArray([.. row.Select(value => new JsonObject { ["v"] = Text(value) })]) })]);
        if (rows.Count > from + most)
            answer["pageToken"] = Whole(from + most);
        return answer;
    }

    private DoubleAnswer CreateDataset(DoubleRequest request)
    {
        if (!request.Json.GetProperty("location").ValueEquals(Location))
            throw new StatementException("invalid", "The dataset would be elsewhere.");
        return _datasets.Add($"{Project(request)}.{request.Json.GetProperty("datasetReference").GetProperty("datasetId").GetString()}")
            ? DoubleAnswer.Of(JsonNode.Parse(request.Body)!)
            : DoubleAnswer.Error(409, "duplicate", "Already Exists: Dataset");
    }

    private DoubleAnswer DatasetsOf(string project)
    {
        var names = _datasets.Where(name => name.StartsWith($"{project}.", StringComparison.Ordinal)).Select(name => name[(project.Length + 1)..]);
        return DoubleAnswer.Of(new JsonObject
        {
            ["kind"] = "bigquery#datasetList",
            ["datasets"] = new JsonArray([.. names.Select(name => new JsonObject { ["datasetReference"] = new JsonObject { ["projectId"] = project, ["datasetId"] = name } })]),
        });
    }

    private DoubleAnswer DeleteDataset(DoubleRequest request, string dataset)
    {
        var name = $"{Project(request)}.{dataset}";
        string[] tables = [.. _tables.Keys.Where(table => table.StartsWith($"{name}.", StringComparison.Ordinal))];
        if (tables.Length > 0 && !string.Equals(request.Query.GetValueOrDefault("deleteContents"), "true", StringComparison.Ordinal))
            return DoubleAnswer.Error(400, "resourceInUse", "Dataset is still in use");
        foreach (var table in tables)
            _tables.Remove(table);
        return _datasets.Remove(name) ? new DoubleAnswer(204, []) : throw StatementException.NotFound($"Dataset {name}");
    }

    private DoubleAnswer CreateTable(DoubleRequest request, string dataset)
    {
        if (!_datasets.Contains($"{Project(request)}.{dataset}"))
            throw StatementException.NotFound($"Dataset {Project(request)}:{dataset}");
        var name = $"{Project(request)}.{dataset}.{request.Json.GetProperty("tableReference").GetProperty("tableId").GetString()}";
        if (_tables.ContainsKey(name))
            return DoubleAnswer.Error(409, "duplicate", $"Already Exists: Table {name}");
        _tables.Add(name, new DoubleTable(request.Json));
        return DoubleAnswer.Of(Describe(_tables[name]));
    }

    private static JsonObject Describe(DoubleTable table)
    {
        var answer = (JsonObject)JsonNode.Parse(table.Described.GetRawText())!;
        answer["schema"] = new JsonObject { ["fields"] = new JsonArray([.. table.Fields.Select(field => field.Answer())]) };
        answer["etag"] = table.Etag;
        return answer;
    }

    private static DoubleAnswer Patch(DoubleRequest request, DoubleTable table)
    {
        if (request.Headers.TryGetValue("If-Match", out var etag) && !string.Equals(etag, table.Etag, StringComparison.Ordinal))
            return DoubleAnswer.Error(412, "conditionNotMet", "Precondition check failed.");
        table.Change(request.Json.GetProperty("schema"));
        return DoubleAnswer.Of(Describe(table));
    }

    private DoubleAnswer Append(DoubleRequest request, DoubleTable table)
    {
        if (!request.Json.GetProperty("skipInvalidRows").GetBoolean() || request.Json.GetProperty("ignoreUnknownValues").GetBoolean())
            throw new StatementException("invalid", "The double skips bad rows, and takes no unknown column.");
        var errors = new JsonArray();
        foreach (var (index, row) in request.Json.GetProperty("rows").EnumerateArray().Index())
        {
            try
            {
                var values = table.RowOf(row.GetProperty("json"));
                if (table.InsertIds.Add(row.GetProperty("insertId").GetString()!) || ForgetsInsertIds)
                    table.Rows.Add(values);
            }
            catch (StatementException refused)
            {
                errors.Add(new JsonObject { ["index"] = index, ["errors"] = new JsonArray(new JsonObject { ["reason"] = refused.Reason, ["message"] = refused.Message }) });
            }
        }

        var answer = new JsonObject { ["kind"] = "bigquery#tableDataInsertAllResponse" };
        if (errors.Count > 0)
            answer["insertErrors"] = errors;
        return DoubleAnswer.Of(answer);
    }

    private static JsonElement Parameters(JsonElement query) => query.TryGetProperty("queryParameters", out var parameters) ? parameters : default;

    private static void RequireStandard(JsonElement query)
    {
        if (!query.TryGetProperty("useLegacySql", out var legacy) || legacy.GetBoolean())
            throw StatementException.Invalid("Legacy SQL is the default, and not meant.");
        if (!Statements.IsKnown(query.GetProperty("query").GetString()!))
            throw StatementException.Invalid($"Syntax error: the double does not know this statement: {query.GetProperty("query").GetString()}");
    }

    private static void RequireLocation(JsonElement from)
    {
        if (!from.TryGetProperty("location", out var location) || !location.ValueEquals(Location))
            throw new StatementException("invalid", "Every call names the location.");
    }

    private static void RequireLocation(DoubleRequest request)
    {
        if (!string.Equals(request.Query.GetValueOrDefault("location"), Location, StringComparison.Ordinal))
            throw new StatementException("invalid", "Every call names the location.");
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} is no value."),
    };
}
