using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of an Event; those that carry an eventTime (the newer form) must say who reports what.</summary>
internal static class EventValidation
{
    private const int LongestReason = 128;
    private const int LongestNote = 1024;

    public static void Check(Event e, FieldErrors errors)
    {
        CheckNamespace(e, errors);
        if (e.EventTime is null)
        {
            return;
        }

        FieldRules.Required(e.ReportingComponent, FieldPath.Of("reportingController"), errors);
        FieldRules.Name(e.ReportingComponent, LabelRules.QualifiedNameError, FieldPath.Of("reportingController"), errors);
        CheckText(e.ReportingInstance, LongestReason, "reportingInstance", errors);
        CheckText(e.Action, LongestReason, "action", errors);
        CheckText(e.Reason, LongestReason, "reason", errors);
        if (e.Message?.Length > LongestNote)
        {
            errors.Invalid(FieldPath.Of("message"), "", $"can have at most {LongestNote} characters");
        }

        if (e.Type is not ("Normal" or "Warning"))
        {
            errors.Invalid(FieldPath.Of("type"), "", $"has invalid value: {e.Type}");
        }
    }

    /// <summary>An event lives beside its object; events of cluster-wide objects live in default or kube-system.</summary>
    private static void CheckNamespace(Event e, FieldErrors errors)
    {
        var path = FieldPath.Of("involvedObject", "namespace");
        var (involved, own) = (e.InvolvedObject?.Namespace ?? "", e.Metadata?.Namespace ?? "");
        var resource = Catalog.FindKind(e.InvolvedObject?.ApiVersion ?? "", e.InvolvedObject?.Kind ?? "");
        if (involved.Length == 0 && resource is not { Info.Namespaced: true })
        {
            if (own is not ("default" or "kube-system" or ""))
            {
                errors.Invalid(path, involved, "does not match event.namespace");
            }
        }
        else if (involved != own)
        {
            errors.Invalid(path, involved, "does not match event.namespace");
        }
    }

    private static void CheckText(string? text, int longest, string field, FieldErrors errors)
    {
        FieldRules.Required(text, FieldPath.Of(field), errors);
        if (text?.Length > longest)
        {
            errors.Invalid(FieldPath.Of(field), "", $"can have at most {longest} characters");
        }
    }
}
