namespace NbaProps.Tests.Incidents;

/// <summary>What cannot be written: the mistake does not compile, and what was meant instead does.</summary>
public sealed class ConstructionTests
{
    private const string Quoted = "PointsLine line, DateTimeOffset at, TipOff start, PregameQuote quote";

    [Theory]
    [Trait("Incident", "I-20")]
    [InlineData("quote = new PregameQuote(line, null, \"book\", at, false, start);", "CS1729")]
    [InlineData("quote = quote with { CapturedAt = at };", "CS0200")]
    [InlineData("PregameQuote.TryCreate(line, null, \"book\", at, false, start, out var made);", "")]
    public void A_quote_from_before_the_game_is_made_in_one_way_only(string statement, string errors) => Snippet.ErrorsOf(Quoted, statement).ShouldBe(errors);

    [Theory]
    [Trait("Incident", "I-21")]
    [InlineData("line = predicted;", "CS0029")]
    [InlineData("line = (PointsLine)predicted;", "CS0030")]
    [InlineData("line = new PointsLine(27.5m);", "")]
    public void A_prediction_is_no_line(string statement, string errors) => Snippet.ErrorsOf("PointsLine line, double predicted", statement).ShouldBe(errors);

    [Theory]
    [Trait("Incident", "I-27")]
    [InlineData("public async Task<Computation<PlayersRegistryRow>> Compute(IInputs inputs, RunContext context) { await Task.Yield(); return Computation<PlayersRegistryRow>.NoData(\"\"); }", "CS0738")]
    [InlineData("public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => Computation<PlayersRegistryRow>.Of(inputs.ReadAsync<PlayersRegistryRow>(1).Result);", "CS1929")]
    [InlineData("public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => Computation<PlayersRegistryRow>.Of(inputs.Rows<PlayersRegistryRow>());", "")]
    public void A_processor_cannot_ask_a_store_for_each_player(string compute, string errors) => ErrorsOfProcessor(compute).ShouldBe(errors);

    [Theory]
    [Trait("Incident", "I-40")]
    [InlineData("public void Evaluate(IInputs inputs, RunContext context) { }", "CS0738")]
    [InlineData("public GateDecision Evaluate(IInputs inputs, RunContext context) { try { return GateDecision.Open(\"\"); } catch (Exception) { } }", "CS0161")]
    [InlineData("public GateDecision Evaluate(IInputs inputs, RunContext context) => GateDecision.Closed(\"no games\");", "")]
    public void A_gate_cannot_end_without_a_decision(string evaluate, string errors) =>
        Snippet.ErrorsOfType($"sealed class Gate : IHandOffGate {{ public ProcessorDeclaration Declaration => throw new Exception(); {evaluate} }}").ShouldBe(errors);

    [Theory]
    [Trait("Incident", "O-06")]
    [InlineData("GameId game = \"20250115_LAL_BOS\";", "CS0029")]
    [InlineData("GameId game = GameId.Parse(\"0022400561\");", "")]
    public void A_text_is_no_game_id(string statement, string errors) => Snippet.ErrorsOf(string.Empty, statement).ShouldBe(errors);

    [Theory]
    [Trait("Incident", "O-07")]
    [InlineData("var context = new RunContext(new Partition(\"TODAY\"), at);", "CS1503")]
    [InlineData("var context = new RunContext(new Partition(GameDate.Parse(\"2026-01-15\")), at);", "")]
    public void A_text_is_no_game_date(string statement, string errors) => Snippet.ErrorsOf("DateTimeOffset at", statement).ShouldBe(errors);

    [Theory]
    [Trait("Incident", "S-01")]
    [InlineData("input = Reads.SameDate(\"team-game-stats\");", "CS1503")]
    [InlineData("input = Reads.SameDate(Table<PlayersRegistryRow>.Instance.Schema);", "")]
    public void A_table_is_read_by_its_record_and_not_by_a_name(string statement, string errors) => Snippet.ErrorsOf("InputDeclaration input", statement).ShouldBe(errors);

    [Theory]
    [Trait("Incident", "S-02")]
    [InlineData("", "CS0535")]
    [InlineData("public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => TransformData(inputs);", "CS0103")]
    [InlineData("public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => this.TransformData(inputs);", "CS1061")]
    [InlineData("public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context) => Computation<PlayersRegistryRow>.NoData(\"\");", "")]
    public void A_processor_without_a_method_that_is_called_does_not_compile(string compute, string errors) => ErrorsOfProcessor(compute).ShouldBe(errors);

    private static string ErrorsOfProcessor(string compute) =>
        Snippet.ErrorsOfType($"sealed class Written : IProcessor<PlayersRegistryRow> {{ public ProcessorDeclaration Declaration => throw new Exception(); {compute} }}");
}
