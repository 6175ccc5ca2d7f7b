using Kube.ApiServer.Admission;

namespace Kube.ApiServer.Registry;

/// <summary>What every <see cref="ResourceStore"/> shares.</summary>
internal sealed record StoreServices(AdmissionChain Admission, NameGenerator Names, TimeProvider Clock);
