namespace Kube.ApiServer.Registry;

/// <summary>Names from <c>generateName</c>: the prefix and five characters, without vowels and look-alikes.</summary>
internal sealed class NameGenerator(Random random)
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;
    private const int MaximumPrefix = 63 - SuffixLength;
    private readonly Lock _gate = new();

    public string Generate(string prefix)
    {
        var start = prefix.Length > MaximumPrefix ? prefix[..MaximumPrefix] : prefix;
        lock (_gate)
        {
            return string.Create(null, $"{start}{new string(random.GetItems(Alphabet.AsSpan(), SuffixLength))}");
        }
    }
}
