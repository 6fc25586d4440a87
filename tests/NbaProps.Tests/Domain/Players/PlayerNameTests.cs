using FsCheck;
using FsCheck.Fluent;
using NbaProps.Domain.Players;

namespace NbaProps.Tests.Domain.Players;

public sealed class PlayerNameTests
{
    [Theory]
    [InlineData("Luka Dončić", "luka doncic")]
    [InlineData("Luka Doncˇić", "luka doncic")]
    [InlineData("Nikola Đurišić", "nikola durisic")]
    [InlineData("Jonas Valančiūnas", "jonas valanciunas")]
    [InlineData("Kristaps Porziņģis", "kristaps porzingis")]
    [InlineData("Dennis Schröder", "dennis schroder")]
    [InlineData("Egor Dëmin", "egor demin")]
    [InlineData("Ömer Aşık", "omer asik")]
    [InlineData("Ersan İlyasova", "ersan ilyasova")]
    [InlineData("Łukasz Ørsted", "lukasz orsted")]
    [InlineData("Æther Œuvre ßen Þór Ðan", "aether oeuvre ssen thor dan")]
    [InlineData("D'Angelo Russell", "dangelo russell")]
    [InlineData("D’Angelo Russell", "dangelo russell")]
    [InlineData("Dʼangelo Russell", "dangelo russell")]
    [InlineData("P.J. Tucker", "pj tucker")]
    [InlineData("Shai Gilgeous-Alexander", "shai gilgeous alexander")]
    [InlineData("Shai Gilgeous‑Alexander", "shai gilgeous alexander")]
    [InlineData("  nahshon   hyland ", "nahshon hyland")]
    [InlineData("Nene", "nene")]
    [InlineData("Luc Mbah a Moute", "luc mbah a moute")]
    [InlineData("DeAndre' Bembry", "deandre bembry")]
    public void A_name_folds_to_plain_lower_case_words(string name, string key) => NameKey.From(name).ToString().ShouldBe(key);

    [Theory]
    [InlineData("Tim Hardaway Jr.", "tim hardaway", "Jr.", "Tim Hardaway Jr.")]
    [InlineData("tim hardaway jr", "tim hardaway", "Jr.", "tim hardaway jr")]
    [InlineData("Marcus Morris Sr.", "marcus morris", "Sr.", "Marcus Morris Sr.")]
    [InlineData("Gary Payton II", "gary payton", "II", "Gary Payton II")]
    [InlineData("Robert Williams III", "robert williams", "III", "Robert Williams III")]
    [InlineData("Lonnie Walker IV", "lonnie walker", "IV", "Lonnie Walker IV")]
    [InlineData("Hardaway Jr., Tim", "tim hardaway", "Jr.", "Tim Hardaway Jr.")]
    [InlineData("Hardaway, Tim Jr.", "tim hardaway", "Jr.", "Tim Hardaway Jr.")]
    [InlineData("Hardaway, Jr., Tim", "tim hardaway", "Jr.", "Tim Hardaway Jr.")]
    [InlineData("Barlow, Dominick", "dominick barlow", null, "Dominick Barlow")]
    [InlineData("Gilgeous-Alexander, Shai", "shai gilgeous alexander", null, "Shai Gilgeous-Alexander")]
    [InlineData("Igor Miličić, Jr.", "igor milicic", "Jr.", "Igor Miličić Jr.")]
    [InlineData("Luka Dončić", "luka doncic", null, "Luka Dončić")]
    [InlineData("V", "v", null, "V")]
    [Trait("Incident", "O-01")]
    public void A_suffix_is_kept_apart_from_the_key(string name, string key, string? suffix, string display)
    {
        var parsed = PlayerName.Parse(name);
        (parsed.Key.ToString(), parsed.Suffix, parsed.Display).ShouldBe((key, suffix, display));
    }

    [Fact]
    public void A_letter_and_its_mark_may_come_as_one_character_or_as_two()
        => NameKey.From("Luka Donc\u030Cic\u0301").ShouldBe(NameKey.From("Luka Dončić"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData(", ")]
    [InlineData("\u0301")]
    [InlineData(null)]
    public void A_text_without_a_letter_is_no_name(string? text)
    {
        NameKey.TryFrom(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => PlayerName.Parse(text!)).Message.ShouldBe($"'{text}' is not a player's name: it has no letter.");
    }

    [Fact]
    public void Folding_twice_is_folding_once()
        => Property.ForAll(AnyName, name =>
        {
            if (!NameKey.TryFrom(name, out var key))
                return;
            NameKey.From(key.Value).ShouldBe(key);
            NameKey.Parse(key.Value).ShouldBe(key);
            PlayerName.Parse(PlayerName.Parse(name).Display).Key.ShouldBe(key);
        });

    [Fact]
    public void Case_and_marks_and_order_do_not_change_the_key()
        => Property.ForAll(
            from first in Word
            from last in Word
            select (first, last),
            name =>
            {
                var key = NameKey.From($"{name.first} {name.last}");
                NameKey.From($"{name.first} {name.last}".ToUpperInvariant()).ShouldBe(key);
                NameKey.From($"{name.last}, {name.first}").ShouldBe(key);
                NameKey.From($"{name.first} {name.last} III").ShouldBe(key);
                NameKey.From($"{name.last} III, {name.first}").ShouldBe(key);
            });

    private static Gen<string> Word { get; } = Gen.Elements("Čančar", "Vlatko", "O'Neale", "Gilgeous-Alexander", "Đurišić", "Łukasz", "Þór", "De'Aaron", "Øst");

    private static Gen<string> AnyName { get; } = Gen.OneOf(
        Property.AnyText,
        Gen.ArrayOf(Gen.Elements("Jr.", "II", "v", ",", " ", "-", "č", "Đ", "İ", "ß", "a", "B", "\u0301", "'", ".", "III", "Ǆ", "Я", "😀", "\ud800"))
            .Select(string.Concat));
}
