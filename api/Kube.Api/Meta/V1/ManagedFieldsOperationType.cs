namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>ManagedFieldsOperationType</c>; on the wire it is a string.</summary>
public static class ManagedFieldsOperationType
{
    /// <summary>Server-side apply.</summary>
    public const string Apply = "Apply";
    /// <summary>Any other write.</summary>
    public const string Update = "Update";
}
