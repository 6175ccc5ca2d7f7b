namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>DeletionPropagation</c>; on the wire it is a string.</summary>
public static class DeletionPropagation
{
    public const string Orphan = "Orphan";
    public const string Background = "Background";
    public const string Foreground = "Foreground";
}
