using NbaProps.Domain.Players;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.NameExamples;

namespace NbaProps.Tests.Shared.Quality;

/// <summary>Where aliases are kept: what may be given, and what two at once leave.</summary>
public sealed class NameAliasStoreTests
{
    private readonly InMemoryStateStore _state = new(new FakeTimeProvider());

    [Fact]
    public async Task What_is_given_stands_until_it_is_taken_back()
    {
        await GiveAsync(Alias("Ann Odd", 1, "odds_api"));
        await GiveAsync(Alias("Ann Odd", 2, "espn"));
        await GiveAsync(Alias("Ben Even", 3));
        (await ContentAsync()).ShouldBe("espn/ann odd=2;odds_api/ann odd=1;*/ben even=3");

        (await RemoveAsync("Ann Odd", "odds_api")).ShouldBe(1);
        (await RemoveAsync("Ann Odd", "bettingpros")).ShouldBe(0);
        (await ContentAsync()).ShouldBe("espn/ann odd=2;*/ben even=3");
        (await RemoveAsync("Ben Even", null)).ShouldBe(1);
        (await ContentAsync()).ShouldBe("espn/ann odd=2");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "espn")]
    [InlineData("espn", null)]
    [InlineData("espn", "espn")]
    public async Task Another_player_for_a_name_that_has_one_is_refused_by_what_stands(string? standing, string? source)
    {
        await GiveAsync(Alias("Ann Odd", 1, standing));

        (await GiveAsync(Alias("Ann Odd", 2, source))).ShouldBe(new AliasGiven.Contradicts(Alias("Ann Odd", 1, standing)));
        (await ContentAsync()).ShouldEndWith("=1");
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_an_earlier_date_extends_it()
    {
        var from = GameRows.Day;
        await GiveAsync(Alias("Ann Odd", 1, from: from));

        (await GiveAsync(Alias("Ann Odd", 1, from: from.AddDays(1)))).ShouldBeOfType<AliasGiven.Stands>();
        (await GiveAsync(Alias("Ann Odd", 1, "espn", from))).ShouldBeOfType<AliasGiven.Stands>();
        (await GiveAsync(Alias("Ann Odd", 1, from: from.AddDays(-3)))).ShouldBeOfType<AliasGiven.Extended>().Alias.From.ShouldBe(from.AddDays(-3));
        (await new NameAliasStore(_state).ReadAsync(CancellationToken.None)).All.ShouldHaveSingleItem().From.ShouldBe(from.AddDays(-3));
    }

    [Fact]
    public async Task Of_two_who_give_at_once_both_are_heard()
    {
        var first = new NameAliasStore(new Interrupted(_state, () => GiveAsync(Alias("Ben Even", 2))));

        (await first.GiveAsync(Alias("Ann Odd", 1), CancellationToken.None)).ShouldBeOfType<AliasGiven.Added>();
        (await ContentAsync()).ShouldBe("*/ann odd=1;*/ben even=2");
    }

    [Fact]
    public async Task Of_two_who_contradict_each_other_at_once_the_second_hears_of_the_first()
    {
        await GiveAsync(Alias("Ben Even", 2));
        var first = new NameAliasStore(new Interrupted(_state, () => GiveAsync(Alias("Ann Odd", 2))));

        (await first.GiveAsync(Alias("Ann Odd", 1), CancellationToken.None)).ShouldBeOfType<AliasGiven.Contradicts>();
        (await ContentAsync()).ShouldBe("*/ann odd=2;*/ben even=2");
    }

    private Task<AliasGiven> GiveAsync(NameAlias alias) => new NameAliasStore(_state).GiveAsync(alias, CancellationToken.None);

    private async Task<int> RemoveAsync(string name, string? source) => (await new NameAliasStore(_state).RemoveAsync(NameKey.From(name), source, CancellationToken.None)).Count;

    private async Task<string> ContentAsync() => (await new NameAliasStore(_state).ReadAsync(CancellationToken.None)).Content;

    /// <summary>A store on which somebody else is quicker, once: between the read and the commit.</summary>
    private sealed class Interrupted(IStateStore inner, Func<Task> other) : IStateStore
    {
        private bool _done;

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => inner.GetAllAsync(paths, cancellationToken);

        public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
        {
            if (!_done)
            {
                _done = true;
                await other();
            }

            return await inner.CommitAsync(writes, cancellationToken);
        }

        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);
    }
}
