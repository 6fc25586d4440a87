namespace NbaProps.Simulator.League;

/// <summary>Names that the league's people are called by. Put together they are nobody's: the family names are invented, or too rare in the sport.</summary>
internal static class NameLists
{
    public static IReadOnlyList<string> Given { get; } =
    [
        "Abel", "Adrian", "Alonzo", "Amos", "Andre", "Anselm", "Archer", "Asher", "August", "Barrett", "Bastian", "Benedict", "Bram", "Brooks", "Caleb", "Callum",
        "Calvin", "Casper", "Cedric", "Clark", "Clay", "Cole", "Conrad", "Curtis", "Dale", "Damon", "Dante", "Darnell", "Davor", "Dominic", "Dorian", "Duncan",
        "Edmund", "Eli", "Elias", "Emeka", "Emil", "Ephraim", "Ezra", "Felix", "Finn", "Fletcher", "Floyd", "Foster", "Gareth", "Gideon", "Grady", "Gunnar",
        "Harlan", "Hector", "Henrik", "Hollis", "Hugo", "Idris", "Ignacio", "Ira", "Ivo", "Jabari", "Jasper", "Jerome", "Jonas", "Jude", "Julius", "Kasimir",
        "Keane", "Kellan", "Kwame", "Lamar", "Lars", "Leander", "Lennox", "Leopold", "Linus", "Lionel", "Lorenzo", "Lucian", "Magnus", "Malcolm", "Marek", "Marius",
        "Mateo", "Mauro", "Miles", "Milo", "Moses", "Nero", "Nestor", "Niko", "Noel", "Octavio", "Odell", "Omari", "Orson", "Oskar", "Otis", "Pascal",
        "Percy", "Quentin", "Rafael", "Ramsey", "Reuben", "Rhys", "Roderick", "Roland", "Rufus", "Samson", "Silas", "Simeon", "Stellan", "Sterling", "Sven", "Tariq",
        "Thaddeus", "Theo", "Tobias", "Tyrus", "Ulric", "Vance", "Vernon", "Viktor", "Virgil", "Wendell", "Weston", "Winston", "Xavi", "Yusuf", "Zane", "Zoran",
    ];

    /// <summary>With marks, apostrophes, hyphens, spaces and prefixes among them: what names of real people are folded and joined by.</summary>
    public static IReadOnlyList<string> Family { get; } =
    [
        "Abernell", "Aldwick", "Ambersley", "Ashgrove", "Atterby", "Averdale", "Balforth", "Barrowmere", "Beckwade", "Bellhurst", "Birchall", "Blackwend", "Bosworthy", "Brackley", "Brambley",
        "Brennock", "Bridgeworth", "Brockdale", "Burnaby", "Cadwick", "Calderstone", "Camberwell", "Carraway", "Castlebay", "Chadbourne", "Clavering", "Colebrand", "Copperfell", "Cornwade",
        "Cotterill", "Cranfield", "Crowhurst", "Dallimore", "Darrowby", "Deanwright", "Denholm", "Dovercourt", "Dunmarrow", "Eastlake", "Eldermoor", "Ellingsworth", "Elmhirst", "Everdean",
        "Fairbrace", "Falconby", "Farrowdale", "Fenwright", "Fernsby", "Foxworth", "Galbreath", "Gatesby", "Gillingstone", "Glenmarch", "Goldacre", "Graystoke", "Greenhaugh", "Hackwell",
        "Hallowes", "Hardcastle", "Harrowgate", "Hawksmoor", "Hazelwick", "Heathcombe", "Hollowell", "Hornblow", "Huxtead", "Ironside", "Ivesdale", "Jessamy", "Kelderman", "Kettlewell",
        "Kingsmere", "Kirkwynd", "Lambourne", "Langstaff", "Larkspur", "Leatherby", "Linfield", "Lockridge", "Lonsdale", "Lovelace", "Maddersley", "Mallory", "Marchbanks", "Marwick",
        "Mayweather", "Merribeck", "Middlecote", "Mossgrave", "Netherby", "Nightingale", "Norcross", "Oakhurst", "Okonedo", "Oldacre", "Ormsby", "Osterley", "Oxendale", "Padgett",
        "Pallister", "Pemberly", "Penhallow", "Pickersgill", "Pomeroy", "Quarmby", "Quillfeather", "Ravensworth", "Redfern", "Ridgewell", "Rothwell", "Rookwood", "Saltmarsh", "Sandringham",
        "Satterthwaite", "Selwick", "Shadwell", "Silverdale", "Skelton", "Stanwick", "Starkweather", "Stonebridge", "Strickland", "Sutcliffe", "Swinburn", "Tanglewood", "Thistlethwait",
        "Thornbury", "Tidewell", "Trevelyan", "Underhill", "Vandersloot", "Wainscott", "Wakefield", "Walkingshaw", "Waverley", "Weatherstone", "Westerby", "Whitlock", "Wickersham",
        "Wildgoose", "Winterbourne", "Woolstone", "Wrenfield", "Yarborough", "Yellowlees", "Zellweg",
        "Đurovanić", "Łukowiak", "Østermark", "Šimunek", "Jokubaitytis", "Bogdanoski", "Kılıçer", "Núñez-Vega", "Ibañarez", "Gonçalvesson", "Müllenhoff", "Strömqvist", "Dvořáček",
        "Hernangarcía", "Ntilikonga", "Valanchev", "O'Brannon", "D'Ambrosian", "St. Cyran", "van der Hoek", "De Colombe", "Gilgean-Alexandre", "Al-Farouqi", "McCorrigan", "MacIlvenny",
        "Adebisou", "Okoronkwo", "Tshibangu", "Ndukwe", "Mbaye-Diop",
    ];

    public static IReadOnlyList<string> Suffixes { get; } = ["Jr.", "Jr.", "Jr.", "II", "III", "IV"];

    /// <summary>Countries and where one played there before; the first is by far the likeliest.</summary>
    public static IReadOnlyList<(string Country, IReadOnlyList<string> Places)> Origins { get; } =
    [
        ("USA", ["Ashford State", "Brinmore", "Cascade Tech", "Dunbarton", "East Plains", "Fort Grange", "Great Basin", "Highmoor", "Iron Range", "Kingsbridge", "Lakeshore", "Millrace A&M", "Northern Prairie", "Old Harbor"]),
        ("Canada", ["Northern Prairie", "Lakeshore"]), ("France", ["BC Valmorel"]), ("Serbia", ["KK Starigrad"]), ("Croatia", ["KK Morska"]), ("Poland", ["Zielona Dolina"]),
        ("Denmark", ["Vestby"]), ("Sweden", ["Norrhamn"]), ("Germany", ["Lindenburg"]), ("Turkey", ["Karasu"]), ("Spain", ["CB Almenara"]), ("Brazil", ["Rio Claro BC"]),
        ("Nigeria", ["Great Basin"]), ("Australia", ["Southern Capes"]), ("Czechia", ["BK Horka"]), ("DR Congo", ["Kingsbridge"]),
    ];
}
