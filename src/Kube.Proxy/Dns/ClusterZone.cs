using System.Globalization;
using System.Net;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Proxy.Services;

namespace Kube.Proxy.Dns;

/// <summary>
/// The names of the cluster (Kubernetes' DNS-based service discovery 1.1.0), answered from the caches. Reads nothing else, so it is as pure as what it is given.
/// IPv4 only: other types of an existing name have an empty answer, not an error, because clients ask for AAAA beside A and take an error for both.
/// </summary>
internal sealed class ClusterZone(ServiceCaches caches, ClusterZoneOptions options, Random random)
{
    private const uint Ttl = 5;

    private static readonly DnsName s_reverse = DnsName.Parse("in-addr.arpa");

    private readonly DnsName _domain = DnsName.Parse(options.Domain);

    /// <summary>The answer, or null for names of other zones.</summary>
    public DnsAnswer? Answer(DnsName name, DnsType type)
    {
        if (name.LabelsBelow(_domain) is { } labels)
        {
            return InZone(name, type, labels);
        }

        if (name.LabelsBelow(s_reverse) is { } reverse && AddressOf(reverse) is { } address && options.Networks.Any(network => network.Contains(address)))
        {
            return Found(type, Reverse(name, address));
        }

        return null;
    }

    private DnsAnswer InZone(DnsName name, DnsType type, string[] labels) => labels switch
    {
        [] => Found(type, [Zone]),
        ["dns-version"] => Found(type, [new TextRecord(name, "1.1.0", Ttl)]),
        ["svc"] or ["pod"] => Empty,
        [_, "svc"] or [_, "pod"] => Empty,
        [var service, var ns, "svc"] => OfService(name, type, service, ns),
        [var host, var service, var ns, "svc"] => Found(type, OfEndpoint(name, host, service, ns)),
        [['_', .. var port], ['_', .. var protocol], var service, var ns, "svc"] => OfPort(name, type, port, protocol, service, ns),
        [var address, _, "pod"] => Found(type, OfPod(name, address)),
        _ => Missing,
    };

    private DnsAnswer OfService(DnsName name, DnsType type, string serviceName, string ns)
    {
        if (caches.Service(ns, serviceName) is not { } service)
        {
            return Missing;
        }

        if (service.Spec?.Type == ServiceType.ExternalName)
        {
            return Alias(name, type, DnsName.Parse(service.Spec.ExternalName ?? ""));
        }

        if (type == DnsType.Srv)
        {
            return Ports(name, service, (service.Spec?.Ports ?? []).Select(port => port.Name ?? ""));
        }

        // A headless Service exists even while it has no endpoints.
        var addresses = Addresses(service);
        return addresses.Count == 0 ? Empty : Found(type, addresses.Select(address => new AddressRecord(name, address, Ttl)));
    }

    private DnsAnswer Alias(DnsName name, DnsType type, DnsName target)
    {
        var alias = new NameRecord(name, DnsType.Cname, target, Ttl);
        if (type == DnsType.Cname)
        {
            return new DnsAnswer(DnsCode.NoError) { Answers = [alias], Authoritative = true };
        }

        // A Service may be an alias of another Service, but not of another alias.
        return target.LabelsBelow(_domain) is [var service, var ns, "svc"] && caches.Service(ns, service)?.Spec?.Type != ServiceType.ExternalName
            ? new DnsAnswer(DnsCode.NoError) { Answers = [alias, .. OfService(target, type, service, ns).Answers], Authoritative = true }
            : new DnsAnswer(DnsCode.NoError) { Answers = [alias], Authoritative = true, Follow = target };
    }

    private DnsAnswer OfPort(DnsName name, DnsType type, string port, string protocol, string serviceName, string ns)
    {
        var service = caches.Service(ns, serviceName);
        var known = service?.Spec?.Ports?.Any(candidate =>
            candidate.Name == port && string.Equals(candidate.Protocol ?? "TCP", protocol, StringComparison.OrdinalIgnoreCase)) == true;
        return !known ? Missing : type is DnsType.Srv or DnsType.Any ? Ports(name, service!, [port]) : Empty;
    }

    private DnsAnswer Ports(DnsName name, Service service, IEnumerable<string> portNames)
    {
        var wanted = portNames.ToHashSet(StringComparer.Ordinal);
        var records = new List<DnsRecord>();
        var additional = new List<DnsRecord>();
        if (ClusterAddress(service) is { } address)
        {
            var target = NameOf(service);
            records.AddRange(service.Spec!.Ports!.Where(port => wanted.Contains(port.Name ?? "")).Select(port => new ServiceRecord(name, port.Port ?? 0, target, Ttl)));
            additional.Add(new AddressRecord(target, address, Ttl));
        }
        else
        {
            foreach (var (endpoint, endpointAddress, slice) in Endpoints(service))
            {
                var target = new DnsName([HostOf(endpoint, endpointAddress), .. NameOf(service).Labels]);
                var ports = (slice.Ports ?? []).Where(port => wanted.Contains(port.Name ?? ""));
                records.AddRange(ports.Select(port => new ServiceRecord(name, port.Port ?? 0, target, Ttl)));
                additional.Add(new AddressRecord(target, endpointAddress, Ttl));
            }
        }

        return records.Count == 0 ? Empty : new DnsAnswer(DnsCode.NoError) { Answers = records, Additional = additional, Authoritative = true };
    }

    private IEnumerable<DnsRecord> OfEndpoint(DnsName name, string host, string serviceName, string ns) =>
        caches.Service(ns, serviceName) is { } service
            ? Endpoints(service)
                .Where(found => HostOf(found.Endpoint, found.Address) == host || Dashed(found.Address) == host)
                .Select(found => new AddressRecord(name, found.Address, Ttl))
            : [];

    /// <summary>Said back as asked: the name carries the address.</summary>
    private static IEnumerable<DnsRecord> OfPod(DnsName name, string dashed) =>
        dashed.Count(letter => letter == '-') == 3 && IPAddress.TryParse(dashed.Replace('-', '.'), out var address) ? [new AddressRecord(name, address, Ttl)] : [];

    private IEnumerable<DnsRecord> Reverse(DnsName name, IPAddress address)
    {
        if (caches.ServiceAt(address) is { } service)
        {
            return [new NameRecord(name, DnsType.Ptr, NameOf(service), Ttl)];
        }

        return from slice in caches.SlicesWith(address)
               let key = ServiceTable.ServiceOf(slice)
               where key.Name.Length > 0
               from endpoint in slice.Endpoints ?? []
               where endpoint.Addresses?.Contains(address.ToString()) == true
               select new NameRecord(name, DnsType.Ptr, new DnsName([HostOf(endpoint, address), .. NameOf(key.Namespace!, key.Name).Labels]), Ttl);
    }

    private List<IPAddress> Addresses(Service service)
    {
        if (ClusterAddress(service) is { } address)
        {
            return [address];
        }

        // In another order each time, for clients that take the first.
        var addresses = Endpoints(service).Select(found => found.Address).Distinct().ToArray();
        random.Shuffle(addresses);
        return [.. addresses];
    }

    private IEnumerable<(Endpoint Endpoint, IPAddress Address, EndpointSlice Slice)> Endpoints(Service service)
    {
        var all = service.Spec?.PublishNotReadyAddresses == true;
        return from slice in caches.Slices(service.Metadata!.Namespace!, service.Metadata.Name!)
               where slice.AddressType == "IPv4"
               from endpoint in slice.Endpoints ?? []
               where all || endpoint.Conditions?.Ready != false
               from text in endpoint.Addresses ?? []
               where IPAddress.TryParse(text, out _)
               select (endpoint, IPAddress.Parse(text), slice);
    }

    private DnsName NameOf(Service service) => NameOf(service.Metadata!.Namespace!, service.Metadata.Name!);

    private DnsName NameOf(string ns, string service) => new DnsName([service, ns, "svc"]).Under(_domain);

    private static IPAddress? ClusterAddress(Service service) => IPAddress.TryParse(service.Spec?.ClusterIP, out var address) ? address : null;

    private static string HostOf(Endpoint endpoint, IPAddress address) => endpoint.Hostname is { Length: > 0 } host ? host : Dashed(address);

    private static string Dashed(IPAddress address) => address.ToString().Replace('.', '-');

    private static IPAddress? AddressOf(string[] reverse) =>
        reverse.Length == 4 && reverse.All(label => byte.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? IPAddress.Parse(string.Join('.', reverse.Reverse()))
            : null;

    private ZoneRecord Zone => new(_domain, DnsName.Parse("ns.dns").Under(_domain), DnsName.Parse("hostmaster").Under(_domain), Ttl);

    private DnsAnswer Missing => new(DnsCode.NameError) { Authority = [Zone], Authoritative = true };

    private DnsAnswer Empty => new(DnsCode.NoError) { Authority = [Zone], Authoritative = true };

    /// <summary>What there is of the type asked for. A name without any record does not exist.</summary>
    private DnsAnswer Found(DnsType type, IEnumerable<DnsRecord> records)
    {
        var all = records.ToList();
        if (all.Count == 0)
        {
            return Missing;
        }

        var answers = all.Where(record => type == DnsType.Any || record.Type == type).ToList();
        return answers.Count == 0 ? Empty : new DnsAnswer(DnsCode.NoError) { Answers = answers, Authoritative = true };
    }
}
