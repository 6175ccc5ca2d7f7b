namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>DeletionPropagation</c>; on the wire it is a string.</summary>
public static class DeletionPropagation
{
    /// <summary>Dependents stay, without an owner.</summary>
    public const string Orphan = "Orphan";
    /// <summary>The object goes at once, its dependents after it.</summary>
    public const string Background = "Background";
    /// <summary>Dependents go first.</summary>
    public const string Foreground = "Foreground";
}
