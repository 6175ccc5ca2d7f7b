namespace Kube.Api.Resources.Storage;

/// <summary>The annotations that make a class the one for those who name none.</summary>
public static class DefaultClass
{
    private const string StorageAnnotation = "storageclass.kubernetes.io/is-default-class";
    private const string OldStorageAnnotation = "storageclass.beta.kubernetes.io/is-default-class";
    private const string AttributesAnnotation = "volumeattributesclass.alpha.kubernetes.io/is-default-class";
    private const string Marked = "true";

    /// <summary>Whether an object, a class, is marked as the default of its kind.</summary>
    public static bool Is(IKubeObject obj) => Has(obj, StorageAnnotation) || Has(obj, OldStorageAnnotation);

    /// <summary>The name as columns show it: marked where it is that of a default.</summary>
    internal static string ShownName(IKubeObject obj) => Is(obj) || Has(obj, AttributesAnnotation) ? $"{obj.Metadata?.Name} (default)" : obj.Metadata?.Name ?? "";

    private static bool Has(IKubeObject obj, string annotation) => obj.Metadata?.Annotations?.GetValueOrDefault(annotation) == Marked;
}
