using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Machinery.Validation;
using EndpointPort = Kube.Api.Discovery.V1.EndpointPort;

namespace Kube.Api.Resources.Discovery;

internal sealed class EndpointSliceResource : Resource<EndpointSlice>
{
    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<EndpointSlice>> Columns { get; } =
    [
        NameColumn,
        new("AddressType", "string", (s, _) => s.AddressType, Description: "IPv4, IPv6 or FQDN."),
        new("Ports", "string", (s, _) => CellText.FirstThree((s.Ports ?? []).Select(Port), "<unset>"), Description: "Ports of every endpoint."),
        new("Endpoints", "string", (s, _) => CellText.FirstThree((s.Endpoints ?? []).SelectMany(e => e.Addresses ?? []), "<unset>"), Description: "Addresses."),
        AgeColumn,
    ];

    protected override void Default(EndpointSlice obj)
    {
        foreach (var port in obj.Ports ?? [])
        {
            port.Name ??= "";
            port.Protocol = string.IsNullOrEmpty(port.Protocol) ? Protocol.TCP : port.Protocol;
        }
    }

    protected override bool WantedStateChanged(EndpointSlice obj, EndpointSlice old) =>
        !SameOnTheWire(WithoutMeta(obj), WithoutMeta(old)) || !Maps.Same(obj.Metadata?.Labels, old.Metadata?.Labels);

    protected override void Validate(EndpointSlice obj, FieldErrors errors) => EndpointSliceValidation.Check(obj, errors);

    protected override void ValidateUpdate(EndpointSlice obj, EndpointSlice old, FieldErrors errors) => EndpointSliceValidation.CheckUpdate(obj, old, errors);

    private static string Port(EndpointPort port) => port.Port is { } number ? number.ToString(CultureInfo.InvariantCulture) : "*";

    private static EndpointSlice WithoutMeta(EndpointSlice slice) => new() { AddressType = slice.AddressType, Endpoints = slice.Endpoints, Ports = slice.Ports };
}
