using System.Globalization;
using System.Net;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Allocation;

/// <summary>Cluster addresses and node ports of Services: unique, kept in the store, given back when the Service goes or no longer wants them.</summary>
internal sealed class ServiceAllocator(ValueAllocator addresses, ValueAllocator ports, IPNetwork range, (int First, int Last) portRange) : IAllocator
{
    private const string Headless = "None";
    private static readonly FieldPath s_clusterIPs = FieldPath.Of("spec", "clusterIPs");

    public async ValueTask<IReservation> ReserveAsync(IKubeObject obj, IKubeObject? old, bool dryRun, FieldErrors errors, CancellationToken cancel)
    {
        var (service, before) = ((Service)obj, (Service?)old);
        var reservation = new ServiceReservation(HolderOf(service));
        await ReserveAddressAsync(service, before, reservation, dryRun, errors, cancel);
        if (errors.Count == 0)
        {
            await ReservePortsAsync(service, before, reservation, dryRun, errors, cancel);
        }

        foreach (var address in Addresses(before).Except(Addresses(service)))
        {
            reservation.GivesUp(addresses.Pool, address);
        }

        foreach (var port in NodePorts(before).Except(NodePorts(service)))
        {
            reservation.GivesUp(ports.Pool, port);
        }

        return reservation;
    }

    public async ValueTask ReleaseAsync(IKubeObject obj, CancellationToken cancel)
    {
        var service = (Service)obj;
        foreach (var address in Addresses(service))
        {
            await addresses.Pool.ReleaseAsync(address, HolderOf(service), cancel);
        }

        foreach (var port in NodePorts(service))
        {
            await ports.Pool.ReleaseAsync(port, HolderOf(service), cancel);
        }
    }

    /// <summary>The name allocations are kept under; a Service made again under its name is another holder.</summary>
    public static string HolderOf(Service service) => $"{service.Metadata!.Namespace}/{service.Metadata.Name}/{service.Metadata.Uid}";

    /// <summary>The cluster addresses a Service holds.</summary>
    public static IEnumerable<string> Addresses(Service? service) =>
        service?.Spec?.ClusterIP is { Length: > 0 } address and not Headless && service.Spec.Type != ServiceType.ExternalName ? [address] : [];

    /// <summary>The node ports a Service holds, each once: two protocols may share one.</summary>
    public static IEnumerable<string> NodePorts(Service? service) =>
        (service?.Spec?.Ports ?? []).Where(p => p.NodePort is > 0).Select(p => p.NodePort!.Value.ToString(CultureInfo.InvariantCulture)).Distinct();

    private async ValueTask ReserveAddressAsync(Service service, Service? before, ServiceReservation reservation, bool dryRun, FieldErrors errors, CancellationToken cancel)
    {
        var spec = service.Spec!;
        if (spec.Type == ServiceType.ExternalName || spec.ClusterIP == Headless)
        {
            return;
        }

        if (string.IsNullOrEmpty(spec.ClusterIP))
        {
            var chosen = await addresses.TakeAsync(HolderOf(service), dryRun, cancel) ?? throw Failure.Internal("failed to allocate a serviceIP: range is full");
            spec.ClusterIP = chosen;
            spec.ClusterIPs = [chosen];
            Note(reservation, addresses.Pool, chosen, dryRun);
        }
        else if (!Addresses(before).Contains(spec.ClusterIP))
        {
            await TakeAddressAsync(spec.ClusterIP, HolderOf(service), reservation, dryRun, errors, cancel);
        }
    }

    private async ValueTask TakeAddressAsync(string wanted, string holder, ServiceReservation reservation, bool dryRun, FieldErrors errors, CancellationToken cancel)
    {
        if (!IPAddress.TryParse(wanted, out var address) || !AddressRange.Holds(range, address))
        {
            errors.Invalid(s_clusterIPs, new ShownList(wanted), $"failed to allocate IP {wanted}: the provided IP ({wanted}) is not in the valid range. The range of valid IPs is {range}");
        }
        else if (!await TakeAsync(addresses.Pool, wanted, holder, dryRun, cancel))
        {
            errors.Invalid(s_clusterIPs, new ShownList(wanted), $"failed to allocate IP {wanted}: provided IP is already allocated");
        }
        else
        {
            Note(reservation, addresses.Pool, wanted, dryRun);
        }
    }

    private async ValueTask ReservePortsAsync(Service service, Service? before, ServiceReservation reservation, bool dryRun, FieldErrors errors, CancellationToken cancel)
    {
        var spec = service.Spec!;
        var wanted = spec.Type == ServiceType.NodePort || (spec.Type == ServiceType.LoadBalancer && spec.AllocateLoadBalancerNodePorts != false);
        if (!wanted && spec.Type != ServiceType.LoadBalancer)
        {
            return;
        }

        var held = NodePorts(before).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < (spec.Ports?.Count ?? 0); i++)
        {
            var port = spec.Ports![i];
            if (port.NodePort is null or 0 && wanted)
            {
                port.NodePort = Shared(spec.Ports, i) ?? await ChooseAsync(service, reservation, dryRun, cancel);
            }

            var value = (port.NodePort ?? 0).ToString(CultureInfo.InvariantCulture);
            if (value != "0" && held.Add(value) && !await OwnAsync(service, i, value, reservation, dryRun, errors, cancel))
            {
                return;
            }
        }
    }

    /// <summary>A port served over two protocols has one node port.</summary>
    private static int? Shared(List<ServicePort> all, int index) =>
        all.Take(index).FirstOrDefault(p => p.Port == all[index].Port && p.Protocol != all[index].Protocol && p.NodePort is > 0)?.NodePort;

    private async ValueTask<int> ChooseAsync(Service service, ServiceReservation reservation, bool dryRun, CancellationToken cancel)
    {
        var chosen = await ports.TakeAsync(HolderOf(service), dryRun, cancel) ?? throw Failure.Internal("failed to allocate a nodePort: range is full");
        Note(reservation, ports.Pool, chosen, dryRun);
        reservation.Chose(chosen);
        return int.Parse(chosen, CultureInfo.InvariantCulture);
    }

    /// <summary>Takes the node port of <c>spec.ports[index]</c> unless it was chosen for this very write.</summary>
    private async ValueTask<bool> OwnAsync(Service service, int index, string value, ServiceReservation reservation, bool dryRun, FieldErrors errors, CancellationToken cancel)
    {
        if (reservation.HasChosen(value))
        {
            return true;
        }

        var (field, number) = (FieldPath.Of("spec", "ports").Index(index).Child("nodePort"), int.Parse(value, CultureInfo.InvariantCulture));
        if (number < portRange.First || number > portRange.Last)
        {
            errors.Invalid(field, number, $"provided port is not in the valid range. The range of valid ports is {portRange.First}-{portRange.Last}");
            return false;
        }

        if (!await TakeAsync(ports.Pool, value, HolderOf(service), dryRun, cancel))
        {
            errors.Invalid(field, number, "provided port is already allocated");
            return false;
        }

        Note(reservation, ports.Pool, value, dryRun);
        return true;
    }

    private static ValueTask<bool> TakeAsync(KeyPool pool, string value, string holder, bool dryRun, CancellationToken cancel) =>
        dryRun ? pool.IsFreeAsync(value, cancel) : pool.TryTakeAsync(value, holder, cancel);

    private static void Note(ServiceReservation reservation, KeyPool pool, string value, bool dryRun)
    {
        if (!dryRun)
        {
            reservation.Took(pool, value);
        }
    }

    /// <summary>A list of one in the notation of an error.</summary>
    private sealed class ShownList(string value) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"[\"{value}\"]";
    }
}
