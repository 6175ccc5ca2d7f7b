using System.Globalization;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Subresources;

/// <summary>What part of a log a request asks for.</summary>
internal static class LogOptions
{
    private const string All = "All";
    private const string AtLeastOne = "must be greater than 0";
    private static readonly ResourceInfo s_info = new("", "v1", nameof(PodLogOptions), "podlogoptions", Scope.Namespaced);
    private static readonly string[] s_streams = [All, "Stderr", "Stdout"];

    public static PodLogOptions Read(ApiRequest request)
    {
        var options = new PodLogOptions
        {
            Container = request.Query("container"),
            Follow = QueryOptions.IsOn(request, "follow"),
            Previous = QueryOptions.IsOn(request, "previous"),
            SinceSeconds = QueryOptions.Number(request, "sinceSeconds"),
            SinceTime = QueryOptions.Time(request, "sinceTime"),
            Timestamps = QueryOptions.IsOn(request, "timestamps"),
            TailLines = QueryOptions.Number(request, "tailLines"),
            LimitBytes = QueryOptions.Number(request, "limitBytes"),
            InsecureSkipTLSVerifyBackend = QueryOptions.IsOn(request, "insecureSkipTLSVerifyBackend"),
            Stream = request.Query("stream") is { Length: > 0 } stream ? stream : null,
        };
        var errors = new FieldErrors();
        Check(options, errors);
        return errors.Count == 0 ? options : throw Failure.Invalid(s_info, request.Name, errors);
    }

    /// <summary>The same in the query of the kubelet.</summary>
    public static string ToQuery(PodLogOptions options)
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        Add("follow", options.Follow == true ? "true" : null);
        Add("limitBytes", options.LimitBytes?.ToString(CultureInfo.InvariantCulture));
        Add("previous", options.Previous == true ? "true" : null);
        Add("sinceSeconds", options.SinceSeconds?.ToString(CultureInfo.InvariantCulture));
        Add("sinceTime", options.SinceTime?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        Add("stream", options.Stream is All ? null : options.Stream);
        Add("tailLines", options.TailLines?.ToString(CultureInfo.InvariantCulture));
        Add("timestamps", options.Timestamps == true ? "true" : null);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static void Check(PodLogOptions options, FieldErrors errors)
    {
        if (options.TailLines < 0)
        {
            errors.Invalid(FieldPath.Of("tailLines"), options.TailLines, "must be greater than or equal to 0");
        }

        if (options.LimitBytes < 1)
        {
            errors.Invalid(FieldPath.Of("limitBytes"), options.LimitBytes, AtLeastOne);
        }

        if (options is { SinceSeconds: not null, SinceTime: not null })
        {
            errors.Forbidden(FieldPath.Of(""), "at most one of `sinceTime` or `sinceSeconds` may be specified");
        }
        else if (options.SinceSeconds < 1)
        {
            errors.Invalid(FieldPath.Of("sinceSeconds"), options.SinceSeconds, AtLeastOne);
        }

        if (options.Stream is { } stream && !s_streams.Contains(stream))
        {
            errors.NotSupported(FieldPath.Of("stream"), stream, s_streams);
        }
        else if (options is { Stream: not null and not All, TailLines: not null })
        {
            errors.Forbidden(FieldPath.Of(""), "`tailLines` and specific `stream` are mutually exclusive for now");
        }
    }
}
