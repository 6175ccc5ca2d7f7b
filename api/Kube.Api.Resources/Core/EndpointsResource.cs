using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class EndpointsResource : Resource<Endpoints>
{
    public override Names Names => new(Short: ["ep"], Singular: "endpoints");

    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<Column<Endpoints>> Columns { get; } =
    [
        NameColumn,
        new("Endpoints", "string", (e, _) => CellText.FirstThree(Addresses(e), "<none>"), Description: "Ready addresses with their ports."),
        AgeColumn,
    ];

    protected override void Default(Endpoints obj)
    {
        foreach (var port in (obj.Subsets ?? []).SelectMany(s => s.Ports ?? []))
        {
            port.Protocol = string.IsNullOrEmpty(port.Protocol) ? Protocol.TCP : port.Protocol;
        }
    }

    protected override void Validate(Endpoints obj, FieldErrors errors) => EndpointsValidation.Check(obj, errors);

    private static IEnumerable<string> Addresses(Endpoints endpoints)
    {
        foreach (var subset in endpoints.Subsets ?? [])
        {
            foreach (var address in subset.Addresses ?? [])
            {
                if (subset.Ports is not { Count: > 0 } ports)
                {
                    yield return address.Ip ?? "";
                    continue;
                }

                foreach (var port in ports)
                {
                    yield return CellText.HostPort(address.Ip, port.Port);
                }
            }
        }
    }
}
