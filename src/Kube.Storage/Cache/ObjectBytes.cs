namespace Kube.Storage.Cache;

/// <summary>The way from the stored form of an object (no resourceVersion) to the form clients read.</summary>
public static class ObjectBytes
{
    /// <summary>The object with <c>metadata.resourceVersion</c> set to a revision; whatever it said there before is replaced. Throws <see cref="System.Text.Json.JsonException"/> for what is no JSON object.</summary>
    public static byte[] WithRevision(ReadOnlyMemory<byte> utf8, long revision) => throw new NotImplementedException();
}
