namespace Kube.Kubelet.Docker;

/// <summary>An image name split for the Engine API. <c>a/b</c> means tag <c>latest</c>; a digest takes the place of the tag.</summary>
internal sealed record ImageReference(string Repository, string TagOrDigest)
{
    public static ImageReference Parse(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            return new ImageReference(image[..at], image[(at + 1)..]);
        }

        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/')
            ? new ImageReference(image[..colon], image[(colon + 1)..])
            : new ImageReference(image, "latest");
    }
}
