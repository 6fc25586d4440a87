using System.Text;
using NbaProps.Domain;

namespace NbaProps.Tests.Domain;

public sealed class ContentHashTests
{
    [Fact]
    public void It_is_the_first_half_of_sha_256()
    {
        // FIPS 180-4 example: SHA-256("abc") = ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 …
        ContentHash.Of("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223");
        ContentHash.Of(Encoding.UTF8.GetBytes("abc")).ShouldBe(ContentHash.Of("abc"));
        ContentHash.Of("abc").ShouldNotBe(ContentHash.Of(new[] { "abc" }));
    }

    [Fact]
    public void Parts_that_join_to_the_same_text_have_different_hashes()
    {
        ContentHash.Of("ab", "c").ShouldNotBe(ContentHash.Of("a", "bc"));
        ContentHash.Of("ab", "").ShouldNotBe(ContentHash.Of("ab"));
        ContentHash.Of("ab", "").ShouldNotBe(ContentHash.Of("", "ab"));
    }

    [Fact]
    public void Equal_lists_have_equal_hashes_and_other_lists_others()
        => Property.ForAll(
            FsCheck.Fluent.Gen.Two(FsCheck.Fluent.Gen.ArrayOf(FsCheck.Fluent.Gen.Elements("", "a", "b", "ab", "\u0001", "a\u0001"))),
            pair =>
            {
                var (left, right) = pair;
                (ContentHash.Of(left) == ContentHash.Of(right)).ShouldBe(left.SequenceEqual(right));
                ContentHash.Of(left).ShouldMatch("^[0-9a-f]{32}$");
            });

    [Fact]
    public void A_text_that_has_no_bytes_is_refused_rather_than_replaced()
        => Should.Throw<EncoderFallbackException>(() => ContentHash.Of("\ud800"));
}
