using Kube.Api.AdmissionRegistration.V1;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>Cells that policies and bindings share.</summary>
internal static class PolicyCells
{
    private const string Unset = "<unset>";

    public static string Of(ParamKind? kind) => kind is null ? Unset : $"{kind.ApiVersion}/{kind.Kind}";

    public static string Of(ParamRef? reference) => reference switch
    {
        { Name: { Length: > 0 } name } => string.IsNullOrEmpty(reference.Namespace) ? name : $"{reference.Namespace}/{name}",
        { Selector: { } selector } => CellText.SelectorText(selector),
        _ => Unset,
    };
}
