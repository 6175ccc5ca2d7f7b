namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>RowConditionType</c>; on the wire it is a string.</summary>
public static class RowConditionType
{
    /// <summary>The object has run to its end.</summary>
    public const string Completed = "Completed";
}
