namespace Kctl.Create;

/// <summary>Names made from image references.</summary>
internal static class ImageNames
{
    /// <summary>The container's name kubectl gives: the last part of the image without tag and digest, as a DNS label.</summary>
    public static string ContainerName(string image)
    {
        var name = image.Split('@')[0];
        name = name[(name.LastIndexOf('/') + 1)..].Split(':')[0].ToLowerInvariant();
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')).Trim('-');
        return clean.Length == 0 ? "main" : clean.Length <= 63 ? clean : clean[..63].Trim('-');
    }
}
