using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Tables;

/// <summary>How much of each object a table row carries.</summary>
internal enum IncludeObject
{
    /// <summary>Its metadata.</summary>
    Metadata,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>All of it.</summary>
    Object,
}

/// <summary>The <c>includeObject</c> parameter.</summary>
internal static class IncludeObjectParameter
{
    public static IncludeObject Parse(string? text) => text switch
    {
        null or "" or "Metadata" => IncludeObject.Metadata,
        "None" => IncludeObject.None,
        "Object" => IncludeObject.Object,
        _ => throw Failure.BadRequest($"unrecognized includeObject value: \"{text}\""),
    };
}
