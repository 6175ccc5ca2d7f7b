using Kctl.App;

return await Kctl.App.Application.RunAsync(args, Terminal.OfProcess());
