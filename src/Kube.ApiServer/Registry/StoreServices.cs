using Kube.ApiServer.Admission;
using Kube.ApiServer.Admission.Quota;

namespace Kube.ApiServer.Registry;

/// <summary>What every <see cref="ResourceStore"/> shares.</summary>
internal sealed record StoreServices(AdmissionChain Admission, QuotaAdmission Quota, NameGenerator Names, TimeProvider Clock);
