using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Codec;

/// <summary>The shape an object or a list is answered in.</summary>
internal enum AnswerShape
{
    /// <summary>The objects themselves.</summary>
    Object,

    /// <summary>A meta.k8s.io Table.</summary>
    Table,

    /// <summary>Only apiVersion, kind and metadata.</summary>
    PartialMetadata,
}

/// <summary>What the Accept header asked for and we can give: the shape, and whether it is written as YAML.</summary>
internal sealed record AnswerForm(AnswerShape Shape, bool Yaml)
{
    private static readonly string[] s_supported =
        [MediaType.Json, MediaType.Yaml];

    private static readonly AnswerForm s_plain = new(AnswerShape.Object, false);

    /// <summary>A Content-Type other than the usual one of JSON.</summary>
    public string? OtherType { get; init; }

    /// <summary>The Content-Type of the answer.</summary>
    public string ContentType => OtherType ?? (Yaml ? MediaType.Yaml : MediaType.Json);

    /// <summary>The first alternative of the header that can be given; 406 when there is none.</summary>
    public static AnswerForm Choose(string? accept)
    {
        if (accept is null or MediaType.Json)
        {
            return s_plain;
        }

        var alternatives = MediaType.ParseAccept(accept);
        return alternatives.Count == 0
            ? s_plain
            : alternatives.Select(From).FirstOrDefault(f => f is not null) ?? throw Failure.NotAcceptable(s_supported);
    }

    /// <summary>As <see cref="Choose"/>, for answers that have no other shape; shapes asked for are passed over.</summary>
    public static AnswerForm ChoosePlain(string? accept)
    {
        var form = Choose(accept);
        return form with { Shape = AnswerShape.Object };
    }

    private static AnswerForm? From(MediaType type)
    {
        var yaml = type.Name is MediaType.Yaml or "application/x-yaml" or "text/yaml";
        if (!yaml && type.Name is not (MediaType.Json or "*/*" or "application/*" or "text/*" or "text/plain" or "text/html"))
        {
            return null;
        }

        return type["as"] switch
        {
            null => new AnswerForm(AnswerShape.Object, yaml),
            "Table" when IsMeta(type, "v1", "v1beta1") => new AnswerForm(AnswerShape.Table, yaml),
            "PartialObjectMetadata" or "PartialObjectMetadataList" when IsMeta(type, "v1", "v1beta1") => new AnswerForm(AnswerShape.PartialMetadata, yaml),
            _ => null,
        };
    }

    private static bool IsMeta(MediaType type, params string[] versions) => type["g"] == "meta.k8s.io" && versions.Contains(type["v"]);
}
